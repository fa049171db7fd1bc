import { partId } from '../../catalog/identify.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Reader } from './reader.ts'

type Row = readonly [
  oid: number,
  relation: number,
  name: string,
  command: '*' | 'r' | 'a' | 'w' | 'd',
  permissive: boolean,
  roles: readonly string[],
  using: string | null,
  check: string | null,
]

const commands = { '*': 'ALL', r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' } as const

export const policies: Reader<Row> = {
  name: 'policies',
  rows: () => `
    SELECT json_build_array(p.oid::int8, p.polrelid::int8, p.polname, p.polcmd, p.polpermissive,
      (SELECT json_agg(CASE WHEN r.oid = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.oid)) END
        ORDER BY CASE WHEN r.oid <> 0 THEN pg_get_userbyid(r.oid) END) FROM unnest(p.polroles) AS r (oid)),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`,
  register(rows, { addresses }) {
    for (const [oid, relation, name] of rows) {
      const table = addresses.find(catalogs.class, relation)
      if (table) addresses.register(catalogs.policy, oid, partId('policy', table, name))
    }
  },
  *build(rows, context) {
    for (const [oid, relation, name, command, permissive, roles, using, check] of rows) {
      const table = context.addresses.find(catalogs.class, relation)
      if (!table) continue
      yield {
        id: partId('policy', table, name),
        kind: 'policy',
        schema: null,
        name,
        parent: table,
        needs: [table, ...context.needs(catalogs.policy, oid)],
        comment: context.comment(catalogs.policy, oid),
        owner: null,
        grants: null,
        attributes: { command: commands[command], permissive, roles, using, check },
        facts: {},
      }
    }
  },
}
