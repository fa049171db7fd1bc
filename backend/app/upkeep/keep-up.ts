import type { AvatarbankDatabase } from '../db.ts'
import { sweepExpired } from '../operations/generations/sweep-expired.ts'
import { sweepTraining } from '../operations/training/sweep-training.ts'
import { dropPartitions } from './drop-partitions.ts'
import { makePartitions } from './make-partitions.ts'
import { purgeTasks } from './purge-tasks.ts'

export interface KeptUp {
  /** Generations and trainings whose workers have died. */
  readonly swept: number
  readonly partitionsMade: readonly string[]
  readonly partitionsDropped: readonly string[]
  readonly tasksPurged: number
}

/** All upkeep, once; may run in several places at the same time. */
export async function keepUp(db: AvatarbankDatabase, asOf = new Date()): Promise<KeptUp> {
  return {
    swept: await sweepLeases(db),
    partitionsMade: await makePartitions(db, asOf),
    partitionsDropped: await dropPartitions(db, asOf),
    tasksPurged: await purgeTasks(db),
  }
}

/** Fails all work whose lease has run out, one transaction each; gives how many. To be done every minute. */
export async function sweepLeases(db: AvatarbankDatabase): Promise<number> {
  let swept = 0
  while ((await sweepExpired(db)) !== undefined || (await sweepTraining(db)) !== undefined) swept++
  return swept
}
