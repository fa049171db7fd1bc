import { type SQL, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operateAtOnce } from '../../transaction/operate.ts'
import { retrying } from '../../transaction/retry.ts'
import { rowsOf } from '../../transaction/rows-of.ts'
import { creditMovement } from '../ledger/credit-movement.ts'

export interface CancelRequest {
  readonly generation: number
  readonly buyer: number
}

export type CancelOutcome =
  | { readonly kind: 'canceled'; readonly refunded: number }
  /** A worker has it, or it has ended: running work is canceled by an admin only. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'not-found' }

/**
 * Operation 13, by the buyer, while nobody works on it: everything goes back. One statement; locks task, generation
 * and the buyer's row.
 */
export async function cancelGeneration(
  db: AvatarbankDatabase,
  { generation, buyer }: CancelRequest,
): Promise<CancelOutcome> {
  const own = sql`EXISTS (SELECT FROM generations WHERE id = ${generation} AND buyer_id = ${buyer})`
  // Before the first retry the generation is pending exactly while its task is queued; the task's row is the locked one.
  const tasks = sql`generation_id = ${generation} AND status = 'queued' AND retry_count = 0 AND ${own}`
  const canceled = await retrying('cancel-generation', () =>
    cancelWork(db, { tasks, refund: sql`credits_used` }),
  )
  if (canceled !== undefined) return { kind: 'canceled', refunded: canceled.refunded }
  const [found] = await operateAtOnce<{ own: boolean }>(db, 'cancel-generation', sql`SELECT ${own} AS own`)
  return { kind: found?.own ? 'too-late' : 'not-found' }
}

/**
 * Ends the one task that `tasks` picks, with its generation; what `refund` says, in the generation's columns, goes
 * back to the buyer.
 */
export async function cancelWork(
  db: AvatarbankDatabase,
  { tasks, refund }: { readonly tasks: SQL; readonly refund: SQL },
): Promise<{ readonly refunded: number } | undefined> {
  const [canceled] = await rowsOf<{ refunded: number }>(
    db,
    sql`WITH task AS (
      UPDATE tasks SET status = 'canceled', lease_expires_at = NULL, finished_at = now()
      WHERE ${tasks}
      RETURNING generation_id
    ), generation AS (
      UPDATE generations SET status = 'canceled', refunded_credits = ${refund}, finished_at = now()
      FROM task WHERE generations.id = task.generation_id
      RETURNING generations.id, generations.buyer_id, generations.refunded_credits
    ), due (generation_id, user_id, amount) AS (
      SELECT id, buyer_id, refunded_credits FROM generation WHERE refunded_credits > 0
    ), ${creditMovement('refund')}
    SELECT refunded_credits AS refunded FROM generation`,
  )
  return canceled
}
