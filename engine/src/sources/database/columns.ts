import type { CatalogObject } from '../../catalog/catalog.ts'
import { nameOf, partId } from '../../catalog/identify.ts'
import type { IdentityAttributes, SequenceAttributes } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'
import { readSequence, type SequenceCells, sequenceCells } from './sequences.ts'

type Extras = readonly [
  collation: string | null,
  identity: 'a' | 'd' | '',
  generated: 's' | 'v' | '',
  storage: string | null,
  compression: 'p' | 'l' | '',
  statistics: number | null,
  options: readonly string[] | null,
  foreignOptions: readonly string[] | null,
  grants: Grants,
  notNull: readonly [name: string, noInherit: boolean, valid: boolean, local: boolean] | null,
  sequence: readonly [name: string, schema: string, ...SequenceCells] | null,
]

type Row = readonly [
  relation: number,
  position: number,
  name: string,
  type: string,
  notNull: boolean,
  local: boolean,
  typeStorage: string,
  default_: readonly [oid: number, expression: string] | null,
  extras: Extras | null,
]

export const columns: Reader<Row> = {
  name: 'columns',
  rows: (version) => `
    SELECT json_build_array(a.attrelid::int8, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attislocal, t.typstorage, CASE WHEN d.oid IS NOT NULL THEN json_build_array(d.oid::int8, pg_get_expr(d.adbin, d.adrelid)) END,
      CASE WHEN a.attcollation <> t.typcollation OR a.attidentity <> '' OR a.attgenerated <> ''
          OR a.attstorage <> t.typstorage OR a.attcompression <> '' OR coalesce(a.attstattarget, -1) >= 0
          OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL OR a.attacl IS NOT NULL ${version >= 180000 ? 'OR n.oid IS NOT NULL' : ''}
      THEN json_build_array(
        CASE WHEN a.attcollation <> t.typcollation THEN (
          SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
          FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) END,
        a.attidentity, a.attgenerated, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, a.attcompression,
        CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, to_json(a.attoptions), to_json(a.attfdwoptions),
        to_json(a.attacl::text[]),
        ${version >= 180000 ? 'CASE WHEN n.oid IS NOT NULL THEN json_build_array(n.conname, n.connoinherit, n.convalidated, n.conislocal) END' : 'NULL'},
        CASE WHEN a.attidentity <> '' THEN (
          SELECT json_build_array(x.relname, xn.nspname, ${sequenceCells('s', 'x')})
          FROM pg_depend o JOIN pg_class x ON x.oid = o.objid JOIN pg_sequence s ON s.seqrelid = x.oid
          JOIN pg_namespace xn ON xn.oid = x.relnamespace
          WHERE o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid
            AND o.refobjsubid = a.attnum AND o.deptype = 'i') END) END)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    ${version >= 180000 ? `LEFT JOIN pg_constraint n ON n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey[1] = a.attnum` : ''}
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${inManagedSchema('c.relnamespace')}
      AND ${isUsers('pg_class', 'c.oid')}
    ORDER BY a.attrelid, a.attnum`,
  register(rows, { addresses, addColumn }) {
    for (const [relation, position, name, type, , , , default_, extras] of rows) {
      const owner = addresses.find(catalogs.class, relation)
      if (owner === undefined) continue
      if (isColumnOwner(owner)) {
        const column = partId('column', owner, name)
        addresses.registerColumn(relation, position, column)
        const generated = extras?.[2]
        if (default_)
          addresses.register(
            catalogs.attrdef,
            default_[0],
            generated ? column : partId('default', owner, name),
          )
      } else {
        addColumn(relation, { position, name, type, collation: extras?.[0] ?? null })
        if (default_) addresses.register(catalogs.attrdef, default_[0], partId('default', owner, name))
      }
    }
  },
  *build(rows, context) {
    for (const row of rows) yield* build(row, context)
  },
}

function* build(row: Row, context: ReadingContext): Iterable<CatalogObject> {
  const [relation, position, name, type, notNull, local, typeStorage, default_, extras] = row
  const owner = context.addresses.find(catalogs.class, relation)
  if (owner === undefined) return
  const column = partId('column', owner, name)
  const expression = default_?.[1] ?? null
  const generated = extras?.[2]
  const base = { schema: null, name, owner: null, grants: null }
  if (isColumnOwner(owner)) {
    yield {
      ...base,
      id: column,
      kind: 'column',
      parent: owner,
      needs: [
        owner,
        ...context.needs(catalogs.class, relation, position),
        ...(generated && default_ ? context.needs(catalogs.attrdef, default_[0]) : []),
      ].filter((id) => id !== column),
      comment: context.comment(catalogs.class, relation, position),
      grants: extras?.[8] ?? null,
      attributes: {
        type,
        collation: extras?.[0] ?? null,
        notNull,
        notNullName: notNullName(extras, owner, name),
        notNullNoInherit: extras?.[9]?.[1] ?? false,
        notNullValid: extras?.[9]?.[2] ?? true,
        identity: identity(extras),
        generated: generated
          ? { kind: generated === 's' ? 'stored' : 'virtual', expression: expression ?? '' }
          : null,
        storage: extras?.[3] ?? null,
        compression: extras?.[4] || null,
        statistics: extras?.[5] ?? null,
        options: extras?.[6] ?? [],
        foreignOptions: extras?.[7] ?? [],
        local,
      },
      facts: { position, typeStorage, notNullConstraint: extras?.[9]?.[0] ?? null },
    }
  }
  if (default_ && !generated) {
    yield {
      ...base,
      id: partId('default', owner, name),
      kind: 'default',
      parent: isColumnOwner(owner) ? column : owner,
      needs: [isColumnOwner(owner) ? column : owner, ...context.needs(catalogs.attrdef, default_[0])],
      comment: null,
      attributes: { expression: expression ?? '' },
      facts: {},
    }
  }
}

function isColumnOwner(id: string): boolean {
  return id.startsWith('table:') || id.startsWith('foreign-table:')
}

/** PostgreSQL 18 names every NOT NULL; only a name it would not have chosen itself says something. */
function notNullName(extras: Extras | null, owner: string, column: string): string | null {
  const constraint = extras?.[9]
  if (!constraint?.[3]) return null // an inherited one has its parent's name
  return constraint[0] === chosenName(nameOf(owner), column, 'not_null') ? null : constraint[0]
}

function identity(extras: Extras | null): IdentityAttributes | null {
  if (!extras?.[1] || !extras[10]) return null
  const [sequenceName, sequenceSchema, ...cells] = extras[10]
  const sequence: SequenceAttributes = readSequence(cells)
  return { always: extras[1] === 'a', sequenceName, sequenceSchema, sequence }
}
