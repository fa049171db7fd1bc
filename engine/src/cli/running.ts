import { applyPlan } from '../apply/apply-plan.ts'
import { groupSteps } from '../apply/groups.ts'
import type { Proof } from '../apply/run.ts'
import type { RunPort } from '../apply/run-port.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { isTrueupError, TrueupError } from '../errors/trueup-error.ts'
import { ensureJournal } from '../journal/ensure-journal.ts'
import type { JournalHead } from '../journal/journal-head.ts'
import { runCompanions } from '../journal/run-companions.ts'
import type { RunStart } from '../journal/run-statements.ts'
import { type Settlement, settle, settleStatement } from '../journal/settle.ts'
import { startRun } from '../journal/start-run.ts'
import type { Planning } from '../pipeline.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { profiles } from '../postgres/profile.ts'
import { type RunLock, takeRunLock } from '../run-lock/take-run-lock.ts'
import { takeTransactionLock } from '../run-lock/transaction-lock.ts'
import { type Waiting, waitUntilFree } from '../run-lock/wait.ts'
import type { CommandContext } from './command.ts'
import { endangeredTables } from './endangered-tables.ts'
import { refuseTarget } from './refuse-target.ts'
import { runnerOf } from './runner.ts'
import type { Target } from './target.ts'
import { waitingOf } from './waiting.ts'

/** What a run is about, and how it is to be run. */
export interface RunWish {
  readonly planning: Planning
  readonly journal: JournalHead
  readonly target: Target
  readonly command: RunStart['command']
  readonly prove: Proof
  /** Numbers of the runs that it takes back. */
  readonly undoes?: readonly number[]
  /** What the journal is to call the state after it, where that is not what was read back. */
  readonly left?: (after: Catalog) => Catalog
  readonly port: Omit<RunPort, 'companions' | 'secrets'>
}

/**
 * Runs a plan with everything that keeps runs apart and remembers them. A plan of one transaction takes the run lock
 * within it and costs no round trip more than its own.
 * @returns undefined when somebody else was at work: the database is to be looked at again.
 */
export async function runPlan(
  wish: RunWish,
  database: Database,
  context: CommandContext,
): Promise<Catalog | undefined> {
  const { planning, prove, port } = wish
  const { plan, from } = planning
  const settled = wish.journal.dead.map((dead) => settle(dead, plan))
  const { renames } = planning
  const run = startRun(wish.command, runnerOf(wish.target), plan, from, wish.journal, {
    ...{ settled, renames },
    undoes: wish.undoes ?? [],
  })
  const waiting = waitingOf(context)
  refuseTarget(wish.journal, wish.target, context)
  refuseWithoutJournal(wish, database, context)
  const protection = await protectLosses(wish, run.token, database, context)
  const runWith = async (session: Database, lock: RunLock | undefined) => {
    const { end, ...others } = runCompanions(run, lock)
    const companions = { ...others, end: (after: Catalog) => end(wish.left?.(after) ?? after) }
    const secrets = new Map([...planning.from.secrets, ...planning.desired.catalog.secrets])
    const signal = lock ? AbortSignal.any([port.signal, lock.lost]) : port.signal
    try {
      return await applyPlan(planning.plan, planning.from, session, prove, {
        ...port,
        signal,
        companions,
        secrets,
      })
    } catch (error) {
      if (lock?.lost.aborted) throw new TrueupError('RUN-LOCK-LOST', undefined, { cause: error })
      throw error
    }
  }
  try {
    return takesSeveralTransactions(planning.plan)
      ? await withRunLock(wish, run, database, waiting, context, runWith)
      : await runWith(database, undefined)
  } catch (error) {
    const isStale = isTrueupError(error, 'APPLY-STALE')
    const isBusy = isTrueupError(error, 'RUN-LOCK-BUSY')
    if (isStale || isBusy) await protection?.release()
    if (isStale) return undefined
    if (!isBusy || error.parameters.waitedMs > 0) throw error
    await waitUntilFree(database, waiting)
    return undefined
  }
}

/** In production what a plan loses is backed up first, with the tables that it touches; no backup, no run. */
async function protectLosses(
  { planning, target }: RunWish,
  run: string,
  database: Database,
  context: CommandContext,
): Promise<{ release(): Promise<void> } | undefined> {
  if (target.environment !== 'production') return undefined
  const tables = endangeredTables(planning)
  if (tables.length === 0) return undefined
  if (context.flags['no-backup']) {
    context.terminal.note(context.texts.caution.withoutBackup())
    return undefined
  }
  const { backUpLosses, releaseLosses } = await import('./back-up-losses.ts')
  await backUpLosses({ tables, run }, target, database, context)
  return { release: () => releaseLosses(run, target, context) }
}

/** The run lock for several transactions; past a pooler where the provider's naming tells the way. */
async function withRunLock<Result>(
  { target, planning }: RunWish,
  { token, osUser, osHost, toolVersion }: RunStart,
  database: Database,
  waiting: Waiting,
  context: CommandContext,
  work: (session: Database, lock: RunLock) => Promise<Result>,
): Promise<Result> {
  const direct = database.profile.sessionLocks
    ? undefined
    : await target.connectDirect?.().catch(() => undefined)
  const session = direct ?? database
  const connect = (direct && target.connectDirect) || (() => target.connect())
  const lease = { token, osUser, osHost, ensureJournal: ensureJournal(toolVersion), ttlMs: leaseMs }
  try {
    const lock = await takeRunLock({ database: session, connect }, lease, waiting)
    try {
      // found out to be shared, it must not be given settings that outlive a transaction
      const shared = { ...session, profile: profiles.transactionPooler }
      if (lock.kind === 'lease') await tellRoleLimits(planning.plan, session, context)
      return await work(lock.kind === 'lease' ? shared : session, lock)
    } finally {
      await lock.release()
    }
  } finally {
    await direct?.close()
  }
}

/** Outside of a transaction no limit can be lifted behind a pooler: it would stay with the session for others. */
async function tellRoleLimits(
  { steps }: Plan,
  database: Database,
  { terminal, texts }: CommandContext,
): Promise<void> {
  if (!steps.some(({ transaction }) => transaction === 'none')) return
  const [limits] = await database.query(
    `SELECT current_setting('statement_timeout'), current_setting('lock_timeout')`,
  )
  const [statementTimeout, lockTimeout] = limits?.rows[0] ?? []
  if (statementTimeout === '0' && lockTimeout === '0') return
  terminal.note(
    texts.runs.roleLimits({ statementTimeout: statementTimeout ?? '', lockTimeout: lockTimeout ?? '' }),
  )
}

/** Where nothing is to be done, what became of dead runs is written down by itself, unless somebody is at work. */
export async function settleAlone(settled: readonly Settlement[], database: Database): Promise<void> {
  if (settled.length === 0) return
  const statements = ['BEGIN', takeTransactionLock, ...settled.map(settleStatement), 'COMMIT']
  await database.query(statements.join(';\n')).catch(() => database.query('ROLLBACK'))
}

/** How long a lease outlives the last sign of its owner. */
const leaseMs = 30_000

export function takesSeveralTransactions({ steps }: Plan): boolean {
  const [first, ...others] = groupSteps(steps)
  return others.length > 0 || first?.mode === 'none' || first?.mode === 'batches'
}

/** @throws JOURNAL-DENIED for a plan of several transactions; others go on with a note */
function refuseWithoutJournal(
  { planning, journal }: RunWish,
  { place }: Database,
  { terminal, texts }: CommandContext,
): void {
  if (journal.isWritable) return
  const { role } = planning.from
  const database = place.kind === 'server' ? place.database : 'postgres'
  if (takesSeveralTransactions(planning.plan)) throw new TrueupError('JOURNAL-DENIED', { role, database })
  terminal.note(texts.runs.notJournalled({ role }))
}
