import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Planning } from '../pipeline.ts'
import { isStronger, type Lock, type LockMode, strongest } from '../plan/lock.ts'
import type { Step } from '../plan/plan.ts'
import { bytesOf, rowsOf } from '../plan/usage.ts'

/** A plan in a few numbers. */
export interface PlanSummary {
  readonly steps: number
  readonly created: number
  readonly altered: number
  readonly renamed: number
  readonly dropped: number
  /** Things, not steps: one takes several. */
  readonly parked: number
  readonly returned: number
  /** The strongest lock of all, on the tables that it is taken of. */
  readonly lock: Lock
  /** Objects that go with what they hold; rows or values, where counted. */
  readonly losses: readonly { readonly object: ObjectId; readonly count: number | null }[]
  /** Tables and columns that are parked with what they hold, and can come back. */
  readonly kept: PlanSummary['losses']
  /** Of all tables that are locked; a partitioned table has what its partitions have, which are counted once. */
  readonly rows: number
  readonly tables: readonly TableSummary[]
  readonly estimateMs: number
  /** How long, at most, writers of one table wait for the plan. */
  readonly blockedMs: number
  readonly hazards: Readonly<Record<string, number>>
}

/** A table that is there and that the plan locks. */
export interface TableSummary {
  readonly table: ObjectId
  readonly rows: number
  /** Counted, not estimated. */
  readonly exact: boolean
  readonly bytes: number
}

export function summarisePlan({ plan, usage }: Planning, from: CatalogIndex): PlanSummary {
  const { steps } = plan
  const count = (...verbs: readonly string[]) => steps.filter((step) => verbs.includes(verbOf(step))).length
  const hazards: Record<string, number> = {}
  for (const { code } of steps.flatMap((step) => step.hazards)) hazards[code] = (hazards[code] ?? 0) + 1
  const [created, renamed, dropped] = [count('create'), count('rename'), count('drop')]
  const aside = count('park', 'unpark')
  const parkings = (kind: string) => steps.filter(({ parking }) => parking?.kind === kind)
  const parked = parkings('park').map(({ target }) => target)
  const mode = strongest(steps.map(({ lock }) => lock.mode))
  const locked = unique(steps.flatMap(({ lock }) => lock.relations)).filter((id) => id.startsWith('table:'))
  const losses = steps.flatMap((step) => step.hazards.filter(({ code }) => code === 'data-loss'))
  const tables = locked.map((table) => ({
    table,
    rows: rowsOf(table, from, usage),
    exact: usage.tables.get(table)?.exact ?? false,
    bytes: bytesOf(table, from, usage),
  }))
  return {
    steps: steps.length,
    created,
    altered: steps.length - created - renamed - dropped - aside,
    renamed,
    dropped,
    parked: parked.length,
    returned: parkings('unpark').length,
    lock: {
      mode,
      relations: unique(steps.flatMap(({ lock }) => (lock.mode === mode ? lock.relations : []))),
    },
    kept: parked.flatMap((object) =>
      /^(?:table|column):/.test(object) ? [{ object, count: usage.lost.get(object) ?? null }] : [],
    ),
    losses: losses.map(({ object, count: held }) => ({ object, count: held ?? null })),
    rows: tables.reduce((sum, { table, rows }) => sum + (isWithin(table, locked, from) ? 0 : rows), 0),
    tables,
    estimateMs: steps.reduce((sum, { estimateMs }) => sum + estimateMs, 0),
    blockedMs: longestBlock(steps),
    hazards,
  }
}

/** Whether one of these tables is above it. */
function isWithin(table: ObjectId, tables: readonly ObjectId[], from: CatalogIndex): boolean {
  const object = from.get(table)
  const above = object ? parentTables(object) : []
  return above.some((parent) => tables.includes(parent) || isWithin(parent, tables, from))
}

/** `create`, `alter`, `rename`, `drop` and whatever else a kind of step begins with. */
export function verbOf({ kind }: Pick<Step, 'kind'>): string {
  return kind.slice(0, kind.indexOf('-'))
}

/** Locks are held to the end of their transaction: what comes after a strong one is waited for, too. */
function longestBlock(steps: readonly Step[]): number {
  let longest = 0
  let current = 0
  let held: LockMode = 'none'
  for (const { transaction, lock, estimateMs } of steps) {
    if (transaction !== 'shared') {
      if (isStronger(lock.mode, 'share-update-exclusive') && transaction !== 'batches')
        longest = Math.max(longest, estimateMs)
      current = 0
      held = 'none'
      continue
    }
    held = strongest([held, lock.mode])
    if (isStronger(held, 'share-update-exclusive')) current += estimateMs
    longest = Math.max(longest, current)
  }
  return longest
}

function unique(ids: readonly ObjectId[]): ObjectId[] {
  return [...new Set(ids)]
}
