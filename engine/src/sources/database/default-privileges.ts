import type { DefaultPrivilegeTarget } from '../../catalog/databasewide.ts'
import { schemaId } from '../../catalog/identify.ts'
import { privilegeLines, privilegesOfItems } from '../../catalog/privileges.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import type { Reader } from './reader.ts'

type Row = readonly [
  role: string,
  schema: string | null,
  objects: keyof typeof targets,
  items: readonly string[],
]

const targets = {
  r: 'TABLES',
  S: 'SEQUENCES',
  f: 'FUNCTIONS',
  T: 'TYPES',
  n: 'SCHEMAS',
  L: 'LARGE OBJECTS',
} as const satisfies Record<string, DefaultPrivilegeTarget>

/** ALTER DEFAULT PRIVILEGES. */
export const defaultPrivileges: Reader<Row> = {
  name: 'default privileges',
  rows: () => `
    SELECT json_build_array(pg_get_userbyid(d.defaclrole), n.nspname, d.defaclobjtype, to_json(d.defaclacl::text[]))
    FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace`,
  register() {},
  *build(rows, { serverVersion }) {
    for (const [role, schema, code, items] of rows) {
      const objects = targets[code]
      // those of a schema only add, so that the role itself is a grantee like any other
      const privileges = privilegesOfItems(items, schema === null ? role : null, code, serverVersion)
      const place = schema === null ? '' : ` IN SCHEMA ${quoteIdentifier(schema)}`
      const path = `FOR ROLE ${quoteIdentifier(role)}${place} ON ${objects}`
      yield {
        id: `default-privilege:${path}`,
        kind: 'default-privilege',
        schema: null,
        name: path,
        parent: schema === null ? null : schemaId(schema),
        needs: schema === null ? [] : [schemaId(schema)],
        comment: null,
        owner: null,
        grants: null,
        attributes: { privileges: privilegeLines(privileges) },
        facts: { role, inSchema: schema, objects, privileges: [...privileges.values()] },
      }
    }
  },
}
