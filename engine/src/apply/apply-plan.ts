import type { Catalog } from '../catalog/catalog.ts'
import { isTrueupError } from '../errors/trueup-error.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { revealSecrets } from '../sql/secret-marker.ts'
import { runBackfill } from './backfill/run-backfill.ts'
import { groupSteps, type StepGroup } from './groups.ts'
import { openLedger } from './ledger.ts'
import type { Left } from './left.ts'
import type { Proof, Run } from './run.ts'
import { runOutside } from './run-outside.ts'
import { quietPort, type RunPort } from './run-port.ts'
import { runTransaction } from './run-transaction.ts'
import { stopIfAsked } from './stop.ts'
import { openWatcher } from './watcher.ts'

/**
 * Runs a plan on the database it was made for, group by group, each guarded by the fingerprint that the one before
 * left behind. What comes out is read back and proved: before the last commit where nobody has to wait for that.
 * @throws APPLY-STALE when the database is no longer the one that was planned for; APPLY-STEP, APPLY-LOCK,
 * APPLY-STOPPED, APPLY-NOT-PROVED. Groups before the one that failed stay done.
 */
export async function applyPlan(
  plan: Plan,
  from: Catalog,
  database: Database,
  prove: Proof,
  port: RunPort = quietPort,
): Promise<Catalog> {
  for (const { sql } of plan.steps) revealSecrets(sql, port.secrets) // one that is not at hand stops the run here
  const ledger = openLedger(plan.steps.length, port.emit)
  const watcher = openWatcher(database, port)
  const run: Run = { plan, from, database, port, prove, ledger, watcher }
  let failed = true
  port.emit({ kind: 'run-started', steps: plan.steps.length })
  try {
    const after = await runGroups(groupSteps(plan.steps), from.fingerprint, run)
    failed = false
    return after
  } finally {
    await watcher.close()
    port.emit({ kind: 'run-ended', ...ledger.summary(failed) })
  }
}

async function runGroups(groups: readonly StepGroup[], fingerprint: string, run: Run): Promise<Catalog> {
  let left: Left = { fingerprint }
  for (const group of groups) {
    stopIfAsked(run)
    run.ledger.started(group)
    try {
      left = await runGroup(group, left.fingerprint, run)
    } catch (error) {
      await tellCompanions(group, error, run)
      throw error
    }
    run.ledger.finished(group)
  }
  if (!left.catalog) throw new Error('the last group of a plan left no catalog')
  return left.catalog
}

function runGroup(group: StepGroup, fingerprint: string, run: Run): Promise<Left> {
  switch (group.mode) {
    case 'shared':
    case 'own':
      return runTransaction(group, fingerprint, run)
    case 'none':
      return runOutside(group, fingerprint, run)
    case 'batches':
      return runBackfill(group, fingerprint, run)
  }
}

/** Best effort: the failure itself is what must be told. */
async function tellCompanions(group: StepGroup, error: unknown, { port, database }: Run): Promise<void> {
  const statements = port.companions.failed(group, error)
  if (statements.length === 0 || isTrueupError(error, 'CONNECT-LOST')) return
  await database.query(['BEGIN', ...statements, 'COMMIT'].join(';\n')).catch(async () => {
    await database.query('ROLLBACK').catch(() => {})
  })
}
