import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { logError } from '../logs/log-error.ts'
import { type FailedWork, failRunning } from './fail-generation.ts'

/**
 * Operation 12 for workers that died: fails the generation task whose lease ran out first, with `timeout` and a full
 * refund, without another attempt. Gives nothing when there is none. One statement; many may sweep at once.
 */
export async function sweepExpired(db: AvatarbankDatabase): Promise<FailedWork | undefined> {
  const reason = 'no worker has finished it in time'
  const [swept] = await failRunning(db, 'sweep-expired', {
    tasks: sql`status = 'running' AND lease_expires_at < now() AND id = (
      SELECT id FROM tasks
      WHERE status = 'running' AND lease_expires_at < now() AND task_type = 'generation'
      ORDER BY lease_expires_at LIMIT 1
      FOR UPDATE SKIP LOCKED
    )`,
    failCode: 'timeout',
    reason,
  })
  if (swept !== undefined)
    await logError(db, { source: 'worker', message: `timeout: ${reason}`, task: swept.task })
  return swept
}
