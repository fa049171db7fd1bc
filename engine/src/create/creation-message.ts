import type { Action } from '../plan/action.ts'
import { catalogStatements } from '../sources/database/read-catalog.ts'

/** Time limits of a creation, in milliseconds. */
export interface CreationLimits {
  /** How long to wait for another run to finish. */
  readonly runLockMs: number
  /** How long a statement may wait for a lock: others queue behind us for as long. */
  readonly lockMs: number
}

export const creationLimits: CreationLimits = { runLockMs: 60_000, lockMs: 5_000 }

/**
 * One transaction in one message: the run lock, the statements, and the read-back. Either all of it is done or nothing.
 * The lock is transaction-level, so it holds behind a transaction pooler as well and cannot be left behind.
 */
export function creationMessage(actions: readonly Action[], serverVersion: number, limits: CreationLimits) {
  const before = [
    'BEGIN',
    `SET LOCAL lock_timeout = ${limits.runLockMs}`,
    `SELECT pg_advisory_xact_lock(${runLockKey})`,
    `SET LOCAL lock_timeout = ${limits.lockMs}`,
    'SET LOCAL statement_timeout = 0',
    `SET LOCAL search_path = ''`,
    'SET LOCAL check_function_bodies = off',
    'SET LOCAL client_min_messages = warning',
  ]
  const statements = actions.map((action) => action.sql)
  const readBack = catalogStatements(serverVersion)
  return {
    sql: [...before, ...statements, ...readBack, 'COMMIT'].join(';\n'),
    /** Which action the n-th statement of the message is. */
    actionAt: (statement: number) => actions[statement - before.length],
    readBackFrom: before.length + statements.length,
    readBackCount: readBack.length,
  }
}

/** Advisory locks are per database, so one key serves all (`trueup` in ASCII, as a number below 2^63). */
const runLockKey = '128034944677232'
