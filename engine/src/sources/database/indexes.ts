import { nameOf, schemaId } from '../../catalog/identify.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Reader, ReadingContext } from './reader.ts'

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  relation: number,
  definition: string | null,
  unique: boolean,
  valid: boolean,
  parent: number | null,
  tablespace: string | null,
  statistics: readonly (readonly [number, number])[] | null,
  keyColumns: readonly number[],
  ownColumns: readonly string[] | null,
  distinct: readonly [values: readonly string[], condition: string | null] | null,
]

/** Indexes that stand for themselves; the one behind a key belongs to its constraint. */
export const indexes: Reader<Row> = {
  name: 'indexes',
  rows: () => `
    SELECT json_build_array(x.oid::int8, x.relnamespace::int8, x.relname, i.indrelid::int8, pg_get_indexdef(x.oid),
      i.indisunique, i.indisvalid AND i.indisready AND i.indislive OR c.relkind = 'p',
      CASE WHEN x.relispartition THEN (SELECT h.inhparent::int8 FROM pg_inherits h WHERE h.inhrelid = x.oid) END,
      space.spcname,
      CASE WHEN i.indexprs IS NOT NULL THEN (
        SELECT json_agg(json_build_array(s.attnum, s.attstattarget) ORDER BY s.attnum)
        FROM pg_attribute s WHERE s.attrelid = x.oid AND s.attstattarget >= 0) END,
      to_json((i.indkey::int2[])[0:i.indnkeyatts - 1]),
      CASE WHEN x.relkind = 'I' THEN (${ownColumns('x.oid')}) END,
      CASE WHEN i.indisunique AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL) THEN json_build_array(
        (SELECT json_agg(pg_get_indexdef(x.oid, k, false) ORDER BY k) FROM generate_series(1, i.indnkeyatts) k),
        pg_get_expr(i.indpred, i.indrelid)) END)
    FROM pg_index i
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_class c ON c.oid = i.indrelid
    LEFT JOIN pg_tablespace space ON space.oid = x.reltablespace
    WHERE c.relkind IN ('r', 'p', 'm') AND ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))`,
  register(rows, context) {
    for (const [oid, schema, name] of rows)
      context.addresses.register(catalogs.class, oid, indexId(context.schemaName(schema), name))
  },
  *build(rows, context) {
    for (const [
      oid,
      schemaOid,
      name,
      relation,
      definition,
      unique,
      valid,
      parent,
      tablespace,
      statistics,
      keyColumns,
      ownColumns,
      distinct,
    ] of rows) {
      const table = context.addresses.find(catalogs.class, relation)
      if (!table) continue
      const schema = context.schemaName(schemaOid)
      const attachedTo = parent ? (context.addresses.find(catalogs.class, parent) ?? null) : null
      yield {
        id: indexId(schema, name),
        kind: 'index',
        schema,
        name,
        parent: table,
        needs: [
          schemaId(schema),
          table,
          ...(attachedTo ? [attachedTo] : []),
          ...context.needs(catalogs.class, oid),
        ],
        comment: context.comment(catalogs.class, oid),
        owner: null,
        grants: null,
        attributes: {
          definition: present(definition),
          valid,
          attachedTo,
          tablespace,
          statistics: statistics ?? [],
        },
        facts: {
          unique,
          columns: keyColumns.map((position) => columnName(relation, position, context)),
          ownColumns: ownColumns ?? [],
          distinct: distinct && { values: distinct[0], condition: distinct[1] },
        },
      }
    }
  },
}

/** Null stands for an expression. */
function columnName(relation: number, position: number, context: ReadingContext): string | null {
  if (position <= 0) return null
  const plain = context.columnsOf(relation).find((column) => column.position === position)
  return plain?.name ?? nameOf(context.addresses.find(catalogs.class, relation, position) ?? '')
}

/** The names PostgreSQL gave the columns of an index: it names the indexes of partitions after them. */
export function ownColumns(index: string): string {
  return `SELECT json_agg(o.attname ORDER BY o.attnum) FROM pg_attribute o WHERE o.attrelid = ${index}`
}

function indexId(schema: string, name: string): string {
  return `index:${quoteQualified(schema, name)}`
}
