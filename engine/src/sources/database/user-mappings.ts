import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { catalogs } from './address.ts'
import { mappingOptions } from './foreign-options.ts'
import type { Reader } from './reader.ts'

type Row = readonly [oid: number, user: string, server: string, options: readonly string[] | null]

/**
 * From the view, because the catalog itself is for superusers. The view hides options by this same condition, and
 * shows hidden ones as it shows none (manual: pg_user_mappings).
 */
const isVisible = `(
  CASE WHEN m.umuser = 0 THEN pg_has_role(s.srvowner, 'USAGE')
    ELSE m.usename = current_user AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE')) END
  OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user))`

export const userMappings: Reader<Row> = {
  name: 'user mappings',
  rows: () => `
    SELECT json_build_array(m.umid::int8, CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END,
      quote_ident(m.srvname), CASE WHEN ${isVisible} THEN coalesce(to_json(m.umoptions), '[]') END)
    FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
    WHERE m.umid >= 16384 AND NOT EXISTS (
      SELECT FROM pg_depend e WHERE e.classid = 'pg_user_mapping'::regclass AND e.objid = m.umid AND e.deptype = 'e')`,
  register(rows, { addresses }) {
    for (const row of rows) addresses.register(catalogs.userMapping, row[0], idOf(row))
  },
  *build(rows, context) {
    for (const row of rows) {
      const [oid, user, server, options] = row
      const id = idOf(row)
      if (!options) context.unmodelled(`options of user mapping ${pathOf(id)}`)
      yield {
        id,
        kind: 'user-mapping',
        schema: null,
        name: `${user} ${server}`,
        parent: null,
        needs: context.needs(catalogs.userMapping, oid),
        comment: null,
        owner: null,
        grants: null,
        attributes: { options: options && mappingOptions(options, id, context) },
        facts: { user },
      }
    }
  },
}

function idOf([, user, server]: Row): ObjectId {
  return `user-mapping:FOR ${user} SERVER ${server}`
}
