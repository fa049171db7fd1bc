import type { Database } from '../postgres/database.ts'
import type { Progress } from './events.ts'

/**
 * How far a session is in building an index (manual 27.4.4), the one long statement of ours that has a progress view;
 * undefined for others.
 */
export async function readProgress(
  processId: number,
  observer: Database,
): Promise<Omit<Progress, 'elapsedMs'> | undefined> {
  const [found] = await observer.query(`SELECT phase, blocks_done, blocks_total, tuples_done, tuples_total,
    lockers_done, lockers_total FROM pg_stat_progress_create_index WHERE pid = ${processId}`)
  const [row] = found?.rows ?? []
  if (!row) return undefined
  const [phase, ...counts] = row
  const [blocksDone, blocksTotal, tuplesDone, tuplesTotal, lockersDone, lockersTotal] = counts.map(Number)
  const units = [
    { unit: 'blocks', done: blocksDone, total: blocksTotal },
    { unit: 'tuples', done: tuplesDone, total: tuplesTotal },
    { unit: 'lockers', done: lockersDone, total: lockersTotal },
  ] as const
  const counted = units.find(({ total }) => total !== undefined && total > 0)
  return {
    phase: phase ?? 'running',
    ...(counted && { ...counted, done: counted.done ?? 0, total: counted.total ?? 0 }),
  }
}
