import { type SQL, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import type { failCodes } from '../../models/index.ts'
import { operateAtOnce } from '../../transaction/operate.ts'
import { creditMovement } from '../ledger/credit-movement.ts'
import { logError } from '../logs/log-error.ts'

export type FailCode = (typeof failCodes)[number]

export interface Failure {
  readonly task: number
  readonly worker: string
  /** Decides the refund: everything, or nothing for `policy`. */
  readonly failCode: FailCode
  /** For people. */
  readonly reason: string
  /** Whether another attempt may succeed: at most two are made, after 5 s and 10 s. */
  readonly transient?: boolean
}

export type FailOutcome =
  | { readonly kind: 'requeued'; readonly retry: number }
  | { readonly kind: 'failed'; readonly generation: number; readonly refunded: number }
  /** The task is no longer this worker's. */
  | { readonly kind: 'late' }

/**
 * Operation 12: back into the queue, or failed with a refund; at most one refund, and its row ⇔ refunded_credits.
 * One statement; locks task, generation and the buyer's row. The error log is written afterwards.
 */
export async function failGeneration(db: AvatarbankDatabase, failure: Failure): Promise<FailOutcome> {
  const { task, worker, failCode, reason, transient = false } = failure
  const mine = sql`tasks.id = ${task} AND tasks.status = 'running' AND tasks.worker_id = ${worker}`
  const retry = transient ? await requeue(db, mine, reason) : undefined
  if (retry !== undefined) return { kind: 'requeued', retry }
  const [failed] = await failRunning(db, 'fail-generation', { tasks: mine, failCode, reason })
  if (failed === undefined) return { kind: 'late' }
  await logError(db, { source: 'worker', message: `${failCode}: ${reason}`, task })
  return { kind: 'failed', generation: failed.generation, refunded: failed.refunded }
}

async function requeue(db: AvatarbankDatabase, mine: SQL, reason: string): Promise<number | undefined> {
  const [requeued] = await operateAtOnce<{ retry_count: number }>(
    db,
    'fail-generation',
    sql`UPDATE tasks SET status = 'queued', retry_count = retry_count + 1, lease_expires_at = NULL,
      available_at = now() + interval '5 seconds' * 2 ^ retry_count, last_error_message = ${reason}
    WHERE ${mine} AND retry_count < 2
    RETURNING retry_count`,
  )
  return requeued?.retry_count
}

export interface FailedWork {
  readonly task: number
  readonly generation: number
  readonly refunded: number
}

/** Ends generation tasks for good, with their generations and refunds; at most one that `tasks` picks is expected. */
export async function failRunning(
  db: AvatarbankDatabase,
  operation: string,
  { tasks, failCode, reason }: { readonly tasks: SQL; readonly failCode: FailCode; readonly reason: string },
): Promise<readonly FailedWork[]> {
  const rows = await operateAtOnce<{ task: string; generation: string; refunded: number }>(
    db,
    operation,
    sql`WITH task AS (
      UPDATE tasks SET status = 'failed', lease_expires_at = NULL, finished_at = now(),
        last_error_message = ${reason}
      WHERE ${tasks}
      RETURNING id, generation_id
    ), generation AS (
      UPDATE generations SET status = 'failed', fail_code = ${failCode}, fail_reason = ${reason},
        refunded_credits = CASE WHEN ${failCode}::text = 'policy' THEN 0 ELSE credits_used END,
        finished_at = now()
      FROM task WHERE generations.id = task.generation_id
      RETURNING generations.id, generations.buyer_id, generations.refunded_credits, task.id AS task_id
    ), due (generation_id, user_id, amount) AS (
      SELECT id, buyer_id, refunded_credits FROM generation WHERE refunded_credits > 0
    ), ${creditMovement('refund')}
    SELECT task_id AS task, id AS generation, refunded_credits AS refunded FROM generation`,
  )
  return rows.map(({ task, generation, refunded }) => ({
    task: Number(task),
    generation: Number(generation),
    refunded,
  }))
}
