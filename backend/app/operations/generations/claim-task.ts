import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { retrying } from '../../transaction/retry.ts'
import { statement } from '../../transaction/statement.ts'

export type ClaimOutcome =
  | {
      readonly kind: 'claimed'
      readonly task: number
      readonly generation: number
      /** 1 to 3. */
      readonly attempt: number
      readonly prompt: string
      /** Storage key of the avatar's model. */
      readonly loraPath: string
      readonly nsfwAllowed: boolean
    }
  | { readonly kind: 'idle' }

const claim = statement<
  { worker: string },
  {
    readonly task: string
    readonly generation: string
    readonly attempt: number
    readonly prompt: string
    readonly lora_path: string
    readonly nsfw_allowed: boolean
  }
>(
  ({ worker }) => sql`
    WITH task AS (
      UPDATE tasks SET status = 'running', worker_id = ${worker}, started_at = now(),
        lease_expires_at = now() + interval '10 minutes'
      WHERE status = 'queued' AND id = (
        SELECT id FROM tasks
        WHERE task_type = 'generation' AND status = 'queued' AND available_at <= now()
        ORDER BY available_at, id LIMIT 1
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id, generation_id, retry_count
    ), generation AS (
      UPDATE generations SET status = 'processing'
      FROM task WHERE generations.id = task.generation_id AND generations.status = 'pending'
    )
    SELECT task.id AS task, generations.id AS generation, task.retry_count + 1 AS attempt,
      generations.prompt, avatars.lora_path, avatars.nsfw_allowed
    FROM task
    JOIN generations ON generations.id = task.generation_id
    JOIN avatars ON avatars.id = generations.avatar_id`,
)

/**
 * Operation 10: takes the generation task that is due first; a task has one worker. One statement: locks the task,
 * passing over those that others are taking, then the generation. The lease lasts ten minutes.
 */
export async function claimTask(
  db: AvatarbankDatabase,
  by: { readonly worker: string },
): Promise<ClaimOutcome> {
  const [claimed] = await retrying('claim-task', () => claim(db, by))
  if (claimed === undefined) return { kind: 'idle' }
  return {
    kind: 'claimed',
    task: Number(claimed.task),
    generation: Number(claimed.generation),
    attempt: claimed.attempt,
    prompt: claimed.prompt,
    loraPath: claimed.lora_path,
    nsfwAllowed: claimed.nsfw_allowed,
  }
}
