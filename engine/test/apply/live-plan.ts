import { applyPlan } from '../../src/apply/apply-plan.ts'
import type { ApplyEvent } from '../../src/apply/events.ts'
import { type RunLimits, runLimits } from '../../src/apply/limits.ts'
import { quietPort, type RunPort } from '../../src/apply/run-port.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import type { Plan, Step } from '../../src/plan/plan.ts'
import { timeLimits } from '../../src/plan/time-limits.ts'
import type { Database } from '../../src/postgres/database.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import { connectUrl, type TestTarget } from '../support/targets.ts'

/** A step written by hand: as a plan would have it, but for what the test says. */
export function step(sql: string, given: Partial<Step> = {}): Step {
  const transaction = given.transaction ?? 'shared'
  const lock = given.lock ?? { mode: 'access-exclusive', relations: ['table:public.t'] }
  return {
    kind: 'alter-table',
    target: 'table:public.t',
    sql,
    transaction,
    lock,
    ...timeLimits(transaction, lock),
    cleanup: null,
    hazards: [],
    work: { kind: 'moment', tables: [] },
    estimateMs: 0,
    ...given,
  }
}

export const concurrently = (sql: string, cleanup: string | null = null): Step =>
  step(sql, {
    transaction: 'none',
    lock: { mode: 'share-update-exclusive', relations: ['table:public.t'] },
    cleanup,
  })

export const backfill = (sql: string): Step =>
  step(sql, { transaction: 'batches', lock: { mode: 'row-exclusive', relations: ['table:public.t'] } })

export interface LiveRun {
  readonly events: ApplyEvent[]
  readonly done: Promise<Catalog>
  stop(): void
}

export interface LiveOptions {
  readonly limits?: Partial<RunLimits>
  readonly port?: Partial<RunPort>
  readonly onEvent?: (event: ApplyEvent) => void
}

/** Runs steps on the database as it is now; what they leave is taken as right. */
export function runLive(target: TestTarget, steps: readonly Step[], options: LiveOptions = {}): LiveRun {
  const events: ApplyEvent[] = []
  const stopping = new AbortController()
  const port: RunPort = {
    ...quietPort,
    limits: { ...runLimits, ...options.limits },
    signal: stopping.signal,
    connect: () => connectUrl(target.database),
    ...options.port,
    emit: (event) => {
      events.push(event)
      options.onEvent?.(event)
    },
  }
  return { events, done: run(target, steps, port), stop: () => stopping.abort() }
}

async function run(target: TestTarget, steps: readonly Step[], port: RunPort): Promise<Catalog> {
  const database: Database = await connectUrl(target.database)
  try {
    const from = await readCatalog(database)
    const plan: Plan = { format: 1, fromFingerprint: from.fingerprint, steps, undo: [] }
    return await applyPlan(plan, from, database, async () => [], port)
  } finally {
    await database.close()
  }
}

/** What an ended run says of itself. */
export function summaryOf({ events }: LiveRun) {
  const last = events.at(-1)
  if (last?.kind !== 'run-ended') throw new Error('the run has not ended')
  return last
}
