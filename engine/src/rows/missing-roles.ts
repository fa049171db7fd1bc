import type { Database } from '../postgres/database.ts'
import { quoteLiteral } from '../sql/quote.ts'

/** Those of the roles that the server does not have. */
export async function findMissingRoles(roles: readonly string[], database: Database): Promise<string[]> {
  if (roles.length === 0) return []
  const names = roles.map(quoteLiteral).join(', ')
  const [missing] = await database.query(
    `SELECT name FROM unnest(ARRAY[${names}]::text[]) name
     WHERE name NOT IN (SELECT r.rolname FROM pg_catalog.pg_roles r) ORDER BY name`,
  )
  return (missing?.rows ?? []).map(([name]) => name ?? '')
}
