import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { operate } from '../transaction/operate.ts'
import { rowsOf } from '../transaction/rows-of.ts'
import { keptSince, type Log, type LogPartition, logs, partitionNamed } from './log-months.ts'

/**
 * Drops the months of the logs that have been kept long enough: 24 months of `audit_logs`, 90 days of `error_logs`.
 * Gives their names. A month goes whole, once its last day is old enough; the rows are gone for good.
 */
export async function dropPartitions(db: AvatarbankDatabase, asOf = new Date()): Promise<readonly string[]> {
  const dropped: string[] = []
  for (const log of logs)
    for (const { name, to } of await monthsOf(db, log)) {
      if (to > keptSince(log, asOf)) continue
      await dropPartition(db, name)
      dropped.push(name)
    }
  return dropped
}

async function monthsOf(db: AvatarbankDatabase, log: Log): Promise<readonly LogPartition[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
      WHERE inhparent = to_regclass(${`public.${log.table}`}) ORDER BY relname`,
  )
  return rows.flatMap(({ name }) => partitionNamed(log, name) ?? [])
}

/** Nobody can read or write the log for the moment that this takes; whoever is at it is not waited for long. */
function dropPartition(db: AvatarbankDatabase, name: string): Promise<void> {
  return operate(db, 'drop-partition', async (tx) => {
    await tx.execute(sql`SET LOCAL lock_timeout = '500ms'`)
    await tx.execute(sql`DROP TABLE IF EXISTS public.${sql.identifier(name)}`)
  })
}
