import type { Cell } from '../copy-text.ts'
import { type Random, randomOf } from '../random.ts'
import { createSchedule, type Schedule } from '../schedule.ts'
import type { MarketSize } from '../size.ts'
import { type TableName, tableNames } from '../tables.ts'
import { type Ledger, openLedger } from './ledger.ts'

export interface StoryOptions {
  readonly seed: number
  readonly size: MarketSize
  /** The end of the story, in milliseconds since 1970: the market looks as if it had run until then. */
  readonly until: number
  /** Logs have partitions from this moment on; what happened earlier has left no log. */
  readonly logsSince: number
  readonly emit: Emit
}

/** Takes a row; whoever does not want its cells does not ask for them. */
export type Emit = (table: TableName, cells: () => readonly Cell[]) => void

/** Where a market's story stands. Its chapters read and change it; the same options tell the same story. */
export interface Story extends StoryOptions {
  readonly from: number
  readonly random: Random
  readonly ledger: Ledger
  /** What ends later than it began. */
  readonly schedule: Schedule<Effect>
  /** Takes the next key of a table. */
  nextId(table: TableName): number
  /** Users with a smaller index have signed up. */
  signedUp: number
  /** Moment of the last log-in by user index, 0 for never. */
  readonly lastLogin: Float64Array
}

export interface Effect {
  readonly due: number
  readonly happen: () => void
}

const yearMs = 365 * 86_400_000

export function openStory(options: StoryOptions): Story {
  const ids = Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>
  const nextId = (table: TableName) => ++ids[table]
  return {
    ...options,
    from: options.until - yearMs,
    random: randomOf(options.seed),
    ledger: openLedger(options.size.users, nextId, options.emit),
    schedule: createSchedule(),
    nextId,
    signedUp: 0,
    lastLogin: new Float64Array(options.size.users),
  }
}

/** When a share of the story has happened: the market grows, so that the later half of the year has more of it. */
export function momentOf({ from, until }: Pick<Story, 'from' | 'until'>, share: number): number {
  return from + (until - from) * Math.sqrt(share)
}
