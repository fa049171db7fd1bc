import type { SQL } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { retrying } from './retry.ts'
import { rowsOf } from './rows-of.ts'

/** Takes the operation back and gives the outcome to the caller. */
export type Refuse<Outcome> = (outcome: Outcome) => never

/**
 * Runs an operation as one transaction at READ COMMITTED, again where others were in the way. What the work returns
 * is committed; what it refuses is rolled back, and its reason is the outcome.
 */
export async function operate<Outcome>(
  db: AvatarbankDatabase,
  operation: string,
  work: (tx: AvatarbankDatabase, refuse: Refuse<Outcome>) => Promise<Outcome>,
): Promise<Outcome> {
  const refuse: Refuse<Outcome> = (outcome) => {
    throw new Refusal(outcome)
  }
  try {
    return await retrying(operation, () =>
      db.transaction((tx) => work(tx, refuse), { isolationLevel: 'read committed' }),
    )
  } catch (error) {
    if (error instanceof Refusal) return error.outcome as Outcome
    throw error
  }
}

/**
 * Runs an operation that is one statement, and so a transaction of its own: one round trip, and no lock is held while
 * the network is waited for.
 */
export function operateAtOnce<Row>(
  db: AvatarbankDatabase,
  operation: string,
  statement: SQL,
): Promise<readonly Row[]> {
  return retrying(operation, () => rowsOf<Row>(db, statement))
}

/** How a transaction learns that it is to be rolled back though nothing has failed. */
class Refusal<Outcome> extends Error {
  override readonly name = 'Refusal'
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('the operation was refused')
    this.outcome = outcome
  }
}
