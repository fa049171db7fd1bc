import { schemaId } from '../../catalog/identify.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Reader } from './reader.ts'

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  relation: number,
  owner: string,
  definition: string | null,
  target: number | null,
]

/** Extended statistics (CREATE STATISTICS). */
export const statistics: Reader<Row> = {
  name: 'statistics',
  rows: () => `
    SELECT json_build_array(s.oid::int8, s.stxnamespace::int8, s.stxname, s.stxrelid::int8, pg_get_userbyid(s.stxowner),
      replace(pg_get_statisticsobjdef(s.oid), ' ON ' || (${columnList('a.attnum')}), ' ON ' || (${columnList('a.attname')})), CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END)
    FROM pg_statistic_ext s
    WHERE ${inManagedSchema('s.stxnamespace')} AND ${isUsers('pg_statistic_ext', 's.oid')}`,
  register(rows, context) {
    for (const [oid, schema, name] of rows)
      context.addresses.register(catalogs.statisticExt, oid, statisticsId(context.schemaName(schema), name))
  },
  *build(rows, context) {
    for (const [oid, schemaOid, name, relation, owner, definition, target] of rows) {
      const schema = context.schemaName(schemaOid)
      const table = context.addresses.find(catalogs.class, relation)
      if (!table) continue
      yield {
        id: statisticsId(schema, name),
        kind: 'statistics',
        schema,
        name,
        parent: table,
        needs: [schemaId(schema), table, ...context.needs(catalogs.statisticExt, oid)],
        comment: context.comment(catalogs.statisticExt, oid),
        owner,
        grants: null,
        attributes: { definition: present(definition), target },
        facts: {},
      }
    }
  },
}

/** The order of columns says nothing, but PostgreSQL writes them in that of the table. */
function columnList(order: string): string {
  return `SELECT coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY ${order}), '')
        FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)`
}

function statisticsId(schema: string, name: string): string {
  return `statistics:${quoteQualified(schema, name)}`
}
