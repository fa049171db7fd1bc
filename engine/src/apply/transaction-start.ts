/** Time limits of a run, in milliseconds. */
export interface Limits {
  /** How long to wait for another run to finish. */
  readonly runLockMs: number
  /** How long a statement may wait for a lock: others queue behind us for as long. */
  readonly lockMs: number
}

export const limits: Limits = { runLockMs: 60_000, lockMs: 5_000 }

/** Advisory locks are per database, so one key serves all (`trueup` in ASCII, as a number below 2^63). */
const runLockKey = '128034944677232'

/**
 * What a transaction of ours begins with: the run lock, then limits and settings that make statements mean the same
 * for everybody. The lock is transaction-level, so it holds behind a transaction pooler and cannot be left behind.
 */
export function transactionStart({ runLockMs, lockMs }: Limits, ...checks: readonly string[]): string[] {
  return [
    'BEGIN',
    `SET LOCAL lock_timeout = ${runLockMs}`,
    `SELECT pg_advisory_xact_lock(${runLockKey})`,
    `SET LOCAL lock_timeout = ${lockMs}`,
    'SET LOCAL statement_timeout = 0',
    `SET LOCAL search_path = ''`,
    'SET LOCAL check_function_bodies = off',
    'SET LOCAL client_min_messages = warning',
    ...checks,
  ]
}
