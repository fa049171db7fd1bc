import { takeTransactionLock } from '../run-lock/transaction-lock.ts'
import { emptyPath } from '../sql/search-path.ts'

/** Time limits of the transactions that `create` makes, in milliseconds. */
export interface Limits {
  /** How long a statement may wait for a lock: others queue behind us for as long. */
  readonly lockMs: number
}

export const limits: Limits = { lockMs: 5_000 }

/** The run lock for one transaction: it holds behind a transaction pooler and cannot be left behind. */
export function runLock(): string[] {
  return [takeTransactionLock]
}

/** What a transaction of ours begins with: the run lock, then limits and settings. */
export function transactionStart({ lockMs }: Limits, ...checks: readonly string[]): string[] {
  return [
    'BEGIN',
    ...runLock(),
    `SET LOCAL lock_timeout = ${lockMs}`,
    'SET LOCAL statement_timeout = 0',
    ...neutralSettings,
    ...checks,
  ]
}

/** Settings that make statements mean the same for everybody. */
export const neutralSettings: readonly string[] = [
  emptyPath,
  'SET LOCAL check_function_bodies = off',
  'SET LOCAL client_min_messages = warning',
  // rows that a policy hides from us would be left behind without a word: better an error
  'SET LOCAL row_security = off',
]
