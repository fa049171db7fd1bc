import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { operate } from '../transaction/operate.ts'
import { type Log, type LogPartition, logs, partitionsFrom } from './log-months.ts'

/** As the models say (`monthly('createdAt', { ahead: 3 })`). */
const ahead = 3

/**
 * Makes the partitions of the logs for this month and the next three, where they are missing; gives their names. Each
 * is a transaction of its own: making one stops writes to `users`, which its foreign key refers to, for a moment.
 */
export async function makePartitions(db: AvatarbankDatabase, asOf = new Date()): Promise<readonly string[]> {
  const made: string[] = []
  for (const log of logs)
    for (const partition of partitionsFrom(log, asOf, ahead))
      if (await makePartition(db, log, partition)) made.push(partition.name)
  return made
}

/** The same statements as the models give, so that the tables stay as modelled. */
function makePartition(db: AvatarbankDatabase, log: Log, { name, from, to }: LogPartition): Promise<boolean> {
  const partition = sql`public.${sql.identifier(name)}`
  return operate(db, 'make-partition', async (tx) => {
    await tx.execute(sql`SET LOCAL lock_timeout = '500ms'`)
    const { length } = await tx
      .select({ name: sql`relname` })
      .from(sql`pg_class`)
      .where(sql`oid = to_regclass(${`public.${name}`})`)
    if (length > 0) return false
    const bounds = `FROM ('${midnight(from)}') TO ('${midnight(to)}')`
    await tx.execute(
      sql`CREATE TABLE ${partition} PARTITION OF public.${sql.identifier(log.table)} FOR VALUES ${sql.raw(bounds)}`,
    )
    if (log.appendOnly)
      await tx.execute(sql`CREATE TRIGGER ${sql.identifier(`${log.table}_no_truncate_tg`)} BEFORE TRUNCATE
        ON ${partition} FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`)
    return true
  })
}

function midnight(date: Date): string {
  return `${date.toISOString().slice(0, 10)} 00:00:00+00`
}
