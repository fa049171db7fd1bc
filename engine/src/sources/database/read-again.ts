import type { Database } from '../../postgres/database.ts'
import { isDatabaseError } from '../../postgres/database-error.ts'
import { VanishedError } from './present.ts'

/**
 * Reads again where somebody drops what is being read: PostgreSQL looks definitions up as they are now, not as the
 * snapshot has them, and fails with an internal error ("cache lookup failed for index …") or gives none.
 * @param read one message with a transaction of its own, and what is made of its answers
 */
export async function readAgain<Result>(database: Database, read: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  for (let tries = 1; ; tries += 1) {
    try {
      return await read()
    } catch (error) {
      if (tries >= triesAtLeast && performance.now() - start > patienceMs) throw error
      if (error instanceof VanishedError) continue
      if (!isDatabaseError(error) || error.sqlstate !== internalError) throw error
      await database.query('ROLLBACK')
    }
  }
}

const internalError = 'XX000'
// a small database is read more often in the time than one whose single reading takes seconds
const triesAtLeast = 10
const patienceMs = 5000
