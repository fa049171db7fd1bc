import type { Database } from '../../postgres/database.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'

/**
 * Gives the scratch roles of these names; those that are there already, and `pg_…`, are left as they are. A server's
 * roles are not a scratch's to make, wherever it is.
 */
export async function makeRoles(names: Iterable<string>, scratch: Database): Promise<void> {
  if (scratch.place.kind === 'server') return
  const statements = [...new Set(names)].filter((name) => !name.startsWith('pg_')).map(createRole)
  if (statements.length > 0) await scratch.query(statements.join(';\n'))
}

function createRole(name: string): string {
  const create = `CREATE ROLE ${quoteIdentifier(name)}`
  return `DO ${quoteLiteral(`BEGIN ${create}; EXCEPTION WHEN duplicate_object THEN NULL; END`)}`
}
