import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { operateAtOnce } from '../transaction/operate.ts'

export interface PurgeOptions {
  /** How long finished tasks stay. */
  readonly keepDays?: number
  /** Rows looked at in one transaction. */
  readonly batch?: number
}

/**
 * Deletes tasks that ended long ago; gives how many. Walks up the primary key, which is the order of age, in short
 * transactions, and stops at the first batch that has a young row: what it reads does not grow with the table.
 */
export async function purgeTasks(
  db: AvatarbankDatabase,
  { keepDays = 90, batch = 1_000 }: PurgeOptions = {},
): Promise<number> {
  let purged = 0
  for (let after = 0; ; ) {
    const [walked] = await operateAtOnce<{ last: string | null; deleted: number; ended: boolean }>(
      db,
      'purge-tasks',
      sql`WITH batch AS MATERIALIZED (
        SELECT id, created_at < now() - ${keepDays}::integer * interval '1 day' AS old
        FROM tasks WHERE id > ${after} ORDER BY id LIMIT ${batch}
      ), deleted AS (
        DELETE FROM tasks USING batch
        WHERE tasks.id = batch.id AND tasks.status IN ('success', 'failed', 'canceled')
          AND tasks.finished_at < now() - ${keepDays}::integer * interval '1 day'
        RETURNING tasks.id
      )
      SELECT max(id) AS last, (SELECT count(*) FROM deleted)::integer AS deleted,
        count(*) < ${batch} OR NOT bool_and(old) AS ended
      FROM batch`,
    )
    purged += walked?.deleted ?? 0
    if (!walked?.last || walked.ended) return purged
    after = Number(walked.last)
  }
}
