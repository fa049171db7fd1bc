import { schemaId } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import type { Reader } from './reader.ts'

type Row = readonly [oid: number, name: string, schema: string, version: string, owner: string]

/** Extensions but plpgsql, which every database has. Their version is a fact of the server, no difference. */
export const extensions: Reader<Row> = {
  name: 'extensions',
  rows: () => `
    SELECT json_build_array(e.oid::int8, e.extname, n.nspname, e.extversion, pg_get_userbyid(e.extowner))
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname <> 'plpgsql'`,
  register(rows, { addresses }) {
    for (const [oid, name] of rows) addresses.register(catalogs.extension, oid, extensionId(name))
  },
  *build(rows, context) {
    for (const [oid, name, schema, version, owner] of rows) {
      yield {
        id: extensionId(name),
        kind: 'extension',
        schema: null,
        name,
        parent: null,
        needs: schema.startsWith('pg_') ? [] : [schemaId(schema)],
        comment: context.comment(catalogs.extension, oid),
        owner,
        grants: null,
        attributes: { schema },
        facts: { version },
      }
    }
  },
}

function extensionId(name: string): string {
  return `extension:${quoteIdentifier(name)}`
}
