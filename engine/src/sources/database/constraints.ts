import { nameOf, partId } from '../../catalog/identify.ts'
import type { ConstraintAttributes } from '../../catalog/relations.ts'
import { catalogs } from './address.ts'
import { ownColumns } from './indexes.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Reader } from './reader.ts'

type Row = readonly [
  oid: number,
  name: string,
  type: 'p' | 'u' | 'c' | 'f' | 'x',
  schema: number,
  relation: number,
  index: number,
  parent: number,
  referenced: number,
  validated: boolean,
  local: boolean,
  inheritedFrom: number,
  definition: string | null,
  key: readonly number[] | null,
  referencedKey: readonly number[] | null,
  expression: string | null,
  index_: readonly [storage: readonly string[] | null, tablespace: string | null] | null,
  ownColumns: readonly string[] | null,
  included: readonly number[] | null,
]

const types = { p: 'primary-key', u: 'unique', c: 'check', f: 'foreign-key', x: 'exclusion' } as const

/** Constraints of tables but NOT NULL (a property of its column). Copies of foreign keys on partitions are left out: they come and go with their own. */
export const constraints: Reader<Row> = {
  name: 'constraints',
  rows: () => `
    SELECT json_build_array(k.oid::int8, k.conname, k.contype, c.relnamespace::int8, k.conrelid::int8, k.conindid::int8, k.conparentid::int8,
      k.confrelid::int8, k.convalidated, k.conislocal, k.coninhcount, pg_get_constraintdef(k.oid),
      to_json(k.conkey), to_json(k.confkey), CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END,
      CASE WHEN k.contype IN ('p', 'u', 'x') AND (x.reloptions IS NOT NULL OR x.reltablespace <> 0)
        THEN json_build_array(to_json(x.reloptions), space.spcname) END,
      CASE WHEN x.relkind = 'I' THEN (${ownColumns('x.oid')}) END,
      CASE WHEN x.relnatts > cardinality(k.conkey) THEN (
        SELECT to_json((i.indkey::int2[])[i.indnkeyatts:]) FROM pg_index i WHERE i.indexrelid = x.oid) END)
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    LEFT JOIN pg_class x ON x.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
    LEFT JOIN pg_tablespace space ON space.oid = x.reltablespace
    WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND (k.contype <> 'f' OR k.conparentid = 0)
      AND ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`,
  register(rows, { addresses }) {
    for (const [oid, name, type, , relation, index] of rows) {
      const table = addresses.find(catalogs.class, relation)
      if (!table) continue
      const id = partId('constraint', table, name)
      addresses.register(catalogs.constraint, oid, id)
      if (index && type !== 'f' && type !== 'c') addresses.register(catalogs.class, index, id)
    }
  },
  *build(rows, context) {
    for (const row of rows) {
      const [
        oid,
        name,
        type,
        schema,
        relation,
        index,
        parent,
        referenced,
        validated,
        local,
        ,
        written,
        key,
        referencedKey,
        expression,
        index_,
        indexColumns,
        included,
      ] = row
      const table = context.addresses.find(catalogs.class, relation)
      if (!table) continue
      const definition = present(written)
      const columnName = (rel: number, position: number) =>
        nameOf(context.addresses.find(catalogs.class, rel, position) ?? '')
      const columnIds = [...(key ?? []), ...(included ?? [])].flatMap(
        (position) => context.addresses.find(catalogs.class, relation, position) ?? [],
      )
      const attachedTo = parent ? (context.addresses.find(catalogs.constraint, parent) ?? null) : null
      const isKey = type === 'p' || type === 'u' || type === 'x'
      const attributes: ConstraintAttributes = {
        type: types[type],
        definition: validated ? definition : definition.replace(/ NOT VALID$/, ''),
        // a constraint that is not enforced has nothing to validate
        validated: validated || definition.endsWith(' NOT ENFORCED'),
        inherited: !local,
        attachedTo,
        indexStorage: index_?.[0] ?? [],
        indexTablespace: index_?.[1] ?? null,
        indexComment: type !== 'f' && index ? context.comment(catalogs.class, index) : null,
      }
      yield {
        id: partId('constraint', table, name),
        kind: 'constraint',
        schema: context.schemaName(schema),
        name,
        parent: table,
        needs: [
          table,
          ...columnIds,
          ...(attachedTo ? [attachedTo] : []),
          ...context.needs(catalogs.constraint, oid),
          ...(isKey ? context.needs(catalogs.class, index) : []), // operator classes, functions of its predicate
        ],
        comment: context.comment(catalogs.constraint, oid),
        owner: null,
        grants: null,
        attributes,
        facts: {
          expression,
          columns: (key ?? []).map((position) => columnName(relation, position)),
          references: referenced ? (context.addresses.find(catalogs.class, referenced) ?? null) : null,
          referencedColumns: (referencedKey ?? []).map((position) => columnName(referenced, position)),
          ownColumns: indexColumns ?? [],
        },
      }
    }
  },
}
