import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { retrying } from '../../transaction/retry.ts'
import { statement } from '../../transaction/statement.ts'
import { creditMovement } from '../ledger/credit-movement.ts'

export interface FinishedImage {
  readonly task: number
  readonly worker: string
  /** Storage key. */
  readonly imageUrl: string
  /** Text, because seeds exceed 63 bits. */
  readonly seed: string
  readonly nsfw: boolean
}

export type CompleteOutcome =
  | { readonly kind: 'completed'; readonly generation: number; readonly earned: number }
  /** The task is no longer this worker's: it was canceled or timed out. The image is to be dropped. */
  | { readonly kind: 'late' }
  /** The avatar shows no such images: the worker fails the task with `policy`. */
  | { readonly kind: 'nsfw-not-allowed' }

const complete = statement<FinishedImage, { allowed: boolean; generation: string | null; earned: number }>(
  ({ task, worker, imageUrl, seed, nsfw }) => sql`
    WITH work AS (
      SELECT tasks.id, avatars.influencer_id, avatars.nsfw_allowed OR NOT ${nsfw}::boolean AS allowed
      FROM tasks
      JOIN generations ON generations.id = tasks.generation_id
      JOIN avatars ON avatars.id = generations.avatar_id
      WHERE tasks.id = ${task} AND tasks.status = 'running' AND tasks.worker_id = ${worker}
    ), task AS (
      UPDATE tasks SET status = 'success', lease_expires_at = NULL, finished_at = now()
      FROM work
      WHERE tasks.id = work.id AND work.allowed AND tasks.status = 'running' AND tasks.worker_id = ${worker}
      RETURNING tasks.generation_id, work.influencer_id
    ), generation AS (
      UPDATE generations SET status = 'success', image_url = ${imageUrl}, seed = ${seed},
        nsfw_flag = ${nsfw}, finished_at = now()
      FROM task WHERE generations.id = task.generation_id
      RETURNING generations.id, generations.option_credits, task.influencer_id
    ), due (generation_id, user_id, amount) AS (
      SELECT id, influencer_id, option_credits FROM generation WHERE option_credits > 0
    ), ${creditMovement('earning')}
    SELECT work.allowed, generation.id AS generation, generation.option_credits AS earned
    FROM work LEFT JOIN generation ON true`,
)

/**
 * Operation 11: success with option credits ⇔ one earning of that size, for the avatar's owner whatever the state of
 * the account. One statement; locks task, generation and the owner's row. A generation that is not `processing` under
 * a running task would be a fault: the trigger on `status` refuses it, which undoes everything.
 */
export async function completeGeneration(
  db: AvatarbankDatabase,
  image: FinishedImage,
): Promise<CompleteOutcome> {
  const [found] = await retrying('complete-generation', () => complete(db, image))
  if (found?.allowed === false) return { kind: 'nsfw-not-allowed' }
  if (!found?.generation) return { kind: 'late' }
  return { kind: 'completed', generation: Number(found.generation), earned: found.earned }
}
