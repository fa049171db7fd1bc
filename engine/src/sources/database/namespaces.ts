import { schemaId } from '../../catalog/identify.ts'
import { catalogs } from './address.ts'
import { foreignSchemas } from './managed.ts'
import type { Grants, Reader } from './reader.ts'

type Row = readonly [oid: number, name: string, owner: string, grants: Grants]

export const namespaces: Reader<Row> = {
  name: 'schemas',
  rows: () => `
    SELECT json_build_array(n.oid::int8, n.nspname, pg_get_userbyid(n.nspowner), to_json(n.nspacl::text[]))
    FROM pg_namespace n
    WHERE ${foreignSchemas} AND NOT EXISTS (
      SELECT FROM pg_depend e WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')`,
  register(rows, { addresses }) {
    for (const [oid, name] of rows) addresses.register(catalogs.namespace, oid, schemaId(name))
  },
  *build(rows, context) {
    for (const [oid, name, owner, grants] of rows) {
      yield {
        id: schemaId(name),
        kind: 'schema',
        schema: null,
        name,
        parent: null,
        needs: [],
        comment: ownComment(name, context.comment(catalogs.namespace, oid)),
        owner,
        grants,
        attributes: {},
        facts: {},
      }
    }
  },
}

/** What initdb wrote is nobody's comment. */
function ownComment(name: string, comment: string | null): string | null {
  return name === 'public' && comment === 'standard public schema' ? null : comment
}
