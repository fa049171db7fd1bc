import { indexCatalog } from '../catalog/index-catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { isStronger } from '../plan/lock.ts'
import { busyTables } from '../plan/online/busy-tables.ts'
import type { Step } from '../plan/plan.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { keepPlans } from '../sources/database/keep-plans.ts'
import { assembleCatalog, catalogStatements } from '../sources/database/read-catalog.ts'
import { emptyPath, usualPath } from '../sql/search-path.ts'
import type { StepGroup } from './groups.ts'
import { type Left, proveAfterwards } from './left.ts'
import { firstLockTimeoutMs, triesOfOneTimeout } from './limits.ts'
import { begin, guard, weakLocks } from './message.ts'
import { type Attempt, type Tried, untilUnlocked } from './retry.ts'
import type { Run } from './run.ts'
import { ofStep, other, type Statement, send } from './statements.ts'

/**
 * Steps in one transaction, one message. The last group is committed only after reading back has proved it right,
 * unless people are using what it has locked: they do not wait for a proof, which then follows the commit.
 */
export async function runTransaction(group: StepGroup, fingerprint: string, run: Run): Promise<Left> {
  const left = await untilUnlocked(group.steps, group.first, run, (attempt) =>
    group.last && !locksBusyTables(group, run)
      ? tryWithProof(group, fingerprint, attempt, run)
      : tryWithoutProof(group, fingerprint, attempt, run),
  )
  return group.last && !left.catalog ? proveAfterwards(run) : left
}

/** Tables with many rows, or few rows that are asked for all the time. */
function locksBusyTables({ steps }: StepGroup, { from }: Run): boolean {
  const isBusy = busyTables(indexCatalog(from))
  return steps.some(
    (step) =>
      blocksOthers(step) &&
      (step.lock.relations.some(isBusy) || step.hazards.some(({ code }) => code === 'busy-table-lock')),
  )
}

async function tryWithProof(
  group: StepGroup,
  fingerprint: string,
  attempt: Attempt,
  run: Run,
): Promise<Tried<Left>> {
  const { serverVersion } = run.database
  const statements = transaction(group, fingerprint, attempt, run)
  const reading = await keepPlans(catalogStatements(serverVersion), run.database)
  const start = performance.now()
  const sent = await run.watcher.during(group, () => send([...statements, ...reading.map(other)], run))
  if (sent.kind === 'passing') return sent
  const catalog = assembleCatalog(sent.results.slice(statements.length), serverVersion)
  const left = await proveAndCommit(catalog, run)
  if (group.steps.some(blocksOthers)) run.ledger.held(performance.now() - start)
  return { kind: 'succeeded', result: left }
}

async function tryWithoutProof(
  group: StepGroup,
  fingerprint: string,
  attempt: Attempt,
  run: Run,
): Promise<Tried<Left>> {
  const statements = transaction(group, fingerprint, attempt, run)
  // after the commit, so that nobody waits for it
  const reading = fingerprintQuery(run.database.serverVersion)
  const start = performance.now()
  const sent = await run.watcher.during(group, () =>
    send([...statements, other(heldQuery), other('COMMIT'), other(reading)], run),
  )
  if (sent.kind === 'passing') return sent
  const [held, , after] = sent.results.slice(statements.length)
  if (group.steps.some(blocksOthers))
    run.ledger.held(Math.min(performance.now() - start, Number(held?.rows[0]?.[0])))
  return { kind: 'succeeded', result: { fingerprint: after?.rows[0]?.[0] ?? '' } }
}

function transaction(group: StepGroup, fingerprint: string, attempt: Attempt, run: Run): Statement[] {
  const { companions } = run.port
  return [
    ...begin(companions.fence(), run.database),
    other(guard(fingerprint, run.database)),
    ...companions.begin(group).map(other),
    ...weakLocks(attempt.autovacuumOn).map(other),
    other(startQuery),
    other(usualPath),
    ...withLimits(group, attempt, run),
    other(emptyPath),
    ...companions.done(group).map(other),
  ]
}

async function proveAndCommit(
  catalog: NonNullable<Left['catalog']>,
  { prove, database, port }: Run,
): Promise<Left> {
  const wrong = await prove(catalog).catch(async (error) => {
    await database.query('ROLLBACK').catch(() => {})
    throw error
  })
  if (wrong.length > 0) {
    await database.query('ROLLBACK')
    throw new TrueupError('APPLY-NOT-PROVED', { objects: wrong, committed: false })
  }
  await database.query([...port.companions.end(catalog), 'COMMIT'].join(';\n'))
  return { fingerprint: catalog.fingerprint, catalog }
}

/** The steps, with their limits set wherever they differ from those of the step before. */
function withLimits(group: StepGroup, attempt: Attempt, run: Run): Statement[] {
  const { limits } = run.port
  let set = ''
  return group.steps.flatMap((step, i) => {
    const statementMs = blocksOthers(step)
      ? (limits.statementTimeoutMs ?? step.statementTimeoutMs)
      : step.statementTimeoutMs
    const wanted = `SET LOCAL lock_timeout = ${lockTimeout(step, attempt, limits.lockTimeoutMs)}; SET LOCAL statement_timeout = ${statementMs}`
    const changed = wanted === set ? [] : wanted.split('; ').map(other)
    set = wanted
    return [...changed, ...ofStep(group.first + i, step.sql, run)]
  })
}

/**
 * Where others would queue behind us, the first tries are short and later ones may take longer, up to what the step
 * and the person allow: short readers and writers are let through at once, long ones are known by then.
 */
function lockTimeout(step: Step, { number }: Attempt, limitMs: number): number {
  const most = step.lockTimeoutMs === 0 ? limitMs : Math.min(step.lockTimeoutMs, limitMs)
  if (!blocksOthers(step)) return step.lockTimeoutMs
  return Math.min(most, firstLockTimeoutMs * 2 ** Math.floor((number - 1) / triesOfOneTimeout))
}

/** What the guard and the journal took before the first lock does not count. */
const startQuery = `SELECT set_config('trueup.started', extract(epoch FROM clock_timestamp())::text, true)`
const heldQuery = `SELECT (extract(epoch FROM clock_timestamp()) - current_setting('trueup.started')::numeric) * 1000`

/** Readers or writers of a table have to wait while it runs. */
function blocksOthers({ lock }: Step): boolean {
  return lock.relations.length > 0 && isStronger(lock.mode, 'share-update-exclusive')
}
