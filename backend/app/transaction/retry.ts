import { channel } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import { sqlStateOf, withoutParameters } from './database-error.ts'

/** SQLSTATEs that mean "others were at work here at the same moment". Everything else fails at once. */
const retryable = {
  '40001': { firstMs: 10 }, // serialization_failure
  '40P01': { firstMs: 20 }, // deadlock_detected: the server has waited for deadlock_timeout already
  '55P03': { firstMs: 50 }, // lock_not_available: lock_timeout has gone by already
} as const
type Retryable = keyof typeof retryable

const longestWaitMs = 1_000
const budget = { attempts: 10, totalMs: 15_000 } as const

/** Said once for each attempt that is repeated, to whoever subscribes to the channel. */
export interface Retry {
  readonly operation: string
  readonly sqlState: Retryable
  /** The attempt that failed, from 1. */
  readonly attempt: number
  readonly waitMs: number
}

/** The name of the channel (node:diagnostics_channel) on which every {@link Retry} is published. */
export const retryChannel = 'avatarbank:retry'
const retries = channel(retryChannel)

/**
 * Does the work again when it failed because of others: waits a random part of a time that doubles, so that those
 * who met do not meet again, and gives up with the last error when the budget is spent. The work must be one whole
 * transaction that leaves nothing behind when it fails.
 */
export async function retrying<Result>(operation: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (failure) {
      const error = withoutParameters(failure)
      const sqlState = sqlStateOf(error)
      if (!isRetryable(sqlState) || attempt === budget.attempts) throw error
      const most = Math.min(retryable[sqlState].firstMs * 2 ** (attempt - 1), longestWaitMs)
      const waitMs = Math.random() * most
      if (performance.now() - start + waitMs > budget.totalMs) throw error
      retries.publish({ operation, sqlState, attempt, waitMs } satisfies Retry)
      await sleep(waitMs)
    }
  }
}

function isRetryable(sqlState: string | undefined): sqlState is Retryable {
  return sqlState !== undefined && sqlState in retryable
}
