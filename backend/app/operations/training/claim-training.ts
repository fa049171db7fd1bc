import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operateAtOnce } from '../../transaction/operate.ts'

export interface TrainingClaim {
  readonly worker: string
  /** After it, the worker is taken for dead; see `renewLease`. */
  readonly leaseMinutes?: number
}

export type ClaimTrainingOutcome =
  | { readonly kind: 'claimed'; readonly task: number; readonly job: number; readonly avatar: number }
  | { readonly kind: 'idle' }

/** Operations 5 and 10: takes the training task that is due first, and its job begins to run. One statement. */
export async function claimTraining(
  db: AvatarbankDatabase,
  { worker, leaseMinutes = 10 }: TrainingClaim,
): Promise<ClaimTrainingOutcome> {
  const [claimed] = await operateAtOnce<{ task: string; job: string; avatar: string }>(
    db,
    'claim-training',
    sql`WITH task AS (
      UPDATE tasks SET status = 'running', worker_id = ${worker}, started_at = now(),
        lease_expires_at = now() + ${leaseMinutes}::integer * interval '1 minute'
      WHERE status = 'queued' AND id = (
        SELECT id FROM tasks
        WHERE task_type = 'lora_training' AND status = 'queued' AND available_at <= now()
        ORDER BY available_at, id LIMIT 1
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id, training_job_id
    ), job AS (
      UPDATE training_jobs SET status = 'running', started_at = now()
      FROM task WHERE training_jobs.id = task.training_job_id
      RETURNING training_jobs.id, training_jobs.avatar_id, task.id AS task_id
    )
    SELECT task_id AS task, id AS job, avatar_id AS avatar FROM job`,
  )
  if (claimed === undefined) return { kind: 'idle' }
  return {
    kind: 'claimed',
    task: Number(claimed.task),
    job: Number(claimed.job),
    avatar: Number(claimed.avatar),
  }
}
