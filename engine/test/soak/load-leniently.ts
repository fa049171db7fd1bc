import type { Database } from '../../src/postgres/database.ts'
import { isDatabaseError } from '../../src/postgres/database-error.ts'

/** Runs one statement after the other; what PostgreSQL refuses is as if it had not been said. */
export async function loadLeniently(statements: readonly string[], database: Database): Promise<string[]> {
  await database.query('SET check_function_bodies = off; SET client_min_messages = error')
  const accepted: string[] = []
  for (const statement of statements) {
    try {
      await database.query(statement)
      accepted.push(statement)
    } catch (error) {
      if (!isDatabaseError(error)) throw error
    }
  }
  return accepted
}
