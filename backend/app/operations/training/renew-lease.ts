import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operateAtOnce } from '../../transaction/operate.ts'

export interface LeaseRenewal {
  readonly task: number
  readonly worker: string
  /** From now. */
  readonly leaseMinutes?: number
}

/**
 * A training takes longer than one lease: its worker says that it is alive. Gives false when the task is no longer
 * the worker's, who then stops. Generations have ten minutes and no more, so their leases are not renewed.
 */
export async function renewLease(
  db: AvatarbankDatabase,
  { task, worker, leaseMinutes = 10 }: LeaseRenewal,
): Promise<boolean> {
  const renewed = await operateAtOnce(
    db,
    'renew-lease',
    sql`UPDATE tasks SET lease_expires_at = now() + ${leaseMinutes}::integer * interval '1 minute'
      WHERE id = ${task} AND status = 'running' AND worker_id = ${worker} AND task_type = 'lora_training'
      RETURNING id`,
  )
  return renewed.length > 0
}
