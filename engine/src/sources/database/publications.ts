import { pathOf, schemaId } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { plainReader } from './plain-reader.ts'
import type { Reader, ReadingContext } from './reader.ts'

const operations = ['insert', 'update', 'delete', 'truncate'] as const

export const publications = plainReader({
  name: 'publications',
  kind: 'publication',
  catalog: 'publication',
  table: 'pg_publication',
  columns: { name: 'o.pubname', owner: 'pubowner' },
  attributes: (version) => ({
    allTables: 'o.puballtables',
    publish: `to_json(array_remove(ARRAY[${operations
      .map((operation) => `CASE WHEN o.pub${operation} THEN '${operation}' END`)
      .join(', ')}], NULL))`,
    viaRoot: 'o.pubviaroot',
    generatedColumns:
      version >= 180000 ? `CASE o.pubgencols WHEN 's' THEN 'stored' ELSE 'none' END` : `'none'`,
  }),
})

type TableRow = readonly [
  oid: number,
  publication: number,
  relation: number,
  columns: readonly string[] | null,
  where: string | null,
]

/** Tables that a publication names; column lists and row filters exist since 15. */
export const publicationTables: Reader<TableRow> = {
  name: 'published tables',
  rows: (version) => `
    SELECT json_build_array(r.oid::int8, r.prpubid::int8, r.prrelid::int8,
      ${
        version >= 150000
          ? `CASE WHEN r.prattrs IS NOT NULL THEN (
              SELECT json_agg(a.attname ORDER BY a.attname) FROM pg_attribute a
              WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) END,
            pg_get_expr(r.prqual, r.prrelid)`
          : 'NULL, NULL'
      })
    FROM pg_publication_rel r`,
  register(rows, context) {
    for (const row of rows) {
      const ids = tableIds(row, context)
      if (ids) context.addresses.register(catalogs.publicationRel, row[0], ids.id)
    }
  },
  *build(rows, context) {
    for (const row of rows) {
      const ids = tableIds(row, context)
      if (!ids) continue
      const [oid, , , columns, where] = row
      yield {
        ...partOf(ids.publication),
        id: ids.id,
        kind: 'publication-table',
        name: pathOf(ids.table),
        needs: [ids.publication, ids.table, ...context.needs(catalogs.publicationRel, oid)],
        attributes: { columns, where },
        facts: { table: pathOf(ids.table) },
      }
    }
  },
}

function tableIds([, publicationOid, relation]: TableRow, { addresses }: ReadingContext) {
  const publication = addresses.find(catalogs.publication, publicationOid)
  const table = addresses.find(catalogs.class, relation)
  if (!publication || !table) return undefined
  return { id: `publication-table:${pathOf(publication)}.${pathOf(table)}`, publication, table }
}

type SchemaRow = readonly [oid: number, publication: number, schema: number]

export const publicationSchemas: Reader<SchemaRow> = {
  name: 'published schemas',
  rows: (version) =>
    version >= 150000
      ? `SELECT json_build_array(n.oid::int8, n.pnpubid::int8, n.pnnspid::int8) FROM pg_publication_namespace n`
      : 'SELECT NULL::json WHERE false',
  register() {},
  *build(rows, context) {
    for (const [, publicationOid, schemaOid] of rows) {
      const publication = context.addresses.find(catalogs.publication, publicationOid)
      if (!publication) continue
      const schema = context.schemaName(schemaOid)
      yield {
        ...partOf(publication),
        id: `publication-schema:${pathOf(publication)}.${quoteIdentifier(schema)}`,
        kind: 'publication-schema',
        name: schema,
        needs: [publication, schemaId(schema)],
        attributes: {},
        facts: {},
      }
    }
  },
}

function partOf(publication: ObjectId) {
  return { schema: null, parent: publication, comment: null, owner: null, grants: null }
}
