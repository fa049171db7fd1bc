import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operateAtOnce } from '../../transaction/operate.ts'
import { logError } from '../logs/log-error.ts'

export interface SweptTraining {
  readonly task: number
  readonly job: number
}

/** Fails the training whose worker was last heard of longest ago; a new attempt is a new job. One statement. */
export async function sweepTraining(db: AvatarbankDatabase): Promise<SweptTraining | undefined> {
  const reason = 'the lease of the worker has run out'
  const [row] = await operateAtOnce<{ task: string; job: string }>(
    db,
    'sweep-training',
    sql`WITH task AS (
      UPDATE tasks SET status = 'failed', lease_expires_at = NULL, finished_at = now(),
        last_error_message = ${reason}
      WHERE status = 'running' AND lease_expires_at < now() AND id = (
        SELECT id FROM tasks
        WHERE status = 'running' AND lease_expires_at < now() AND task_type = 'lora_training'
        ORDER BY lease_expires_at LIMIT 1
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id, training_job_id
    ), job AS (
      UPDATE training_jobs SET status = 'failed', finished_at = now(), error_message = ${reason}
      FROM task WHERE training_jobs.id = task.training_job_id
      RETURNING training_jobs.id, task.id AS task_id
    )
    SELECT task_id AS task, id AS job FROM job`,
  )
  if (row === undefined) return undefined
  const swept = { task: Number(row.task), job: Number(row.job) }
  await logError(db, { source: 'worker', message: `training job ${swept.job}: ${reason}`, task: swept.task })
  return swept
}
