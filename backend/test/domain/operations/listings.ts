import type { DomainDatabase } from '../domain-database.ts'
import { insert } from '../rows.ts'
import { audit, one, transaction } from './steps.ts'

export function registerAvatar(database: DomainDatabase, owner: number, title: string): Promise<number> {
  return transaction(database, async () => {
    const { id } = await one(
      database,
      `INSERT INTO avatars (influencer_id, title)
       SELECT id, '${title}' FROM users WHERE id = ${owner} AND role = 'influencer' AND status = 'active' RETURNING id`,
    )
    await audit(database, owner, 'avatar_registered', { target_type: 'avatar', target_id: Number(id) })
    return Number(id)
  })
}

/** A job with its task, claimed and worked through. */
export async function trainAvatar(database: DomainDatabase, avatar: number, outcome: 'success' | 'failed') {
  const { job, task } = await transaction(database, async () => {
    const job = await insert(database, 'training_jobs', { avatar_id: avatar })
    const task = await insert(database, 'tasks', { task_type: 'lora_training', training_job_id: job })
    return { job, task }
  })
  await transaction(database, async () => {
    await one(
      database,
      `UPDATE tasks SET status = 'running', worker_id = 'trainer', started_at = now(),
         lease_expires_at = now() + interval '10 minutes' WHERE id = ${task} AND status = 'queued' RETURNING id`,
    )
    await one(
      database,
      `UPDATE training_jobs SET status = 'running', started_at = now()
       WHERE id = ${job} AND status = 'pending' RETURNING id`,
    )
  })
  await transaction(database, async () => {
    await one(
      database,
      `UPDATE tasks SET status = '${outcome}', lease_expires_at = NULL, finished_at = now()
       WHERE id = ${task} AND status = 'running' AND worker_id = 'trainer' RETURNING id`,
    )
    const message = outcome === 'failed' ? `'out of memory'` : 'NULL'
    await one(
      database,
      `UPDATE training_jobs SET status = '${outcome}', finished_at = now(), error_message = ${message}
       WHERE id = ${job} AND status = 'running' RETURNING id`,
    )
    if (outcome === 'success')
      await one(database, `UPDATE avatars SET lora_path = 'models/${job}' WHERE id = ${avatar} RETURNING id`)
  })
}

export function publishAvatar(database: DomainDatabase, avatar: number, admin: number): Promise<void> {
  return transaction(database, async () => {
    await one(
      database,
      `UPDATE avatars SET status = 'active', is_public = true
       WHERE id = ${avatar} AND status = 'pending' AND lora_path IS NOT NULL RETURNING id`,
    )
    await audit(database, admin, 'avatar_approved', { target_type: 'avatar', target_id: avatar })
  })
}

export function stepAvatar(
  database: DomainDatabase,
  avatar: number,
  from: string,
  to: string,
): Promise<void> {
  return transaction(database, async () => {
    await one(
      database,
      `UPDATE avatars SET status = '${to}' WHERE id = ${avatar} AND status = '${from}' RETURNING id`,
    )
    await audit(database, null, `avatar_${to}`, { target_type: 'avatar', target_id: avatar })
  })
}
