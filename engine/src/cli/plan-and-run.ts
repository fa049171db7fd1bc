import type { Catalog } from '../catalog/catalog.ts'
import { changedObject } from '../diff/change.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { JournalHead } from '../journal/journal-head.ts'
import type { RunStart } from '../journal/run-statements.ts'
import { settle as settleRun } from '../journal/settle.ts'
import type { Database } from '../postgres/database.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { waitUntilFree } from '../run-lock/wait.ts'
import type { Desired } from '../sources/desired.ts'
import { differences } from '../verify/differences.ts'
import type { CommandContext } from './command.ts'
import { confirmPlan } from './confirm-plan.ts'
import { refuseMissingRoles, refuseRowsInTheWay } from './examine.ts'
import { livePort } from './live-port.ts'
import { refuseUndecided } from './planning.ts'
import { refuseTarget } from './refuse-target.ts'
import { runPlan, settleAlone } from './running.ts'
import { type SettledPlan, settle, type Undertaking } from './settle.ts'
import { tellDeadRuns } from './tell-dead-runs.ts'
import { waitingOf } from './waiting.ts'
import { warnOfOldBackup } from './warn-of-old-backup.ts'

/**
 * Plans, shows, asks and runs; when the database moved in between, once more from the start.
 * @returns undefined when somebody said no
 */
export async function planAndRun(
  database: Database,
  undertaking: Undertaking,
  command: RunStart['command'],
  context: CommandContext,
): Promise<SettledPlan | undefined> {
  const { target, project } = undertaking
  for (let attempt = 1; ; attempt++) {
    const report = await settle(database, undertaking, context)
    if (!report) return undefined
    const { planning, journal, undoes, left } = report
    const settled = journal.dead.map((dead) => settleRun(dead, planning.plan))
    if (attempt === 1) tellDeadRuns(settled, context)
    if (journal.holder) {
      // what another run is in the middle of is not what it will leave
      await waitUntilFree(database, waitingOf(context))
      continue
    }
    refuseUndecided(planning)
    if (planning.plan.steps.length === 0) {
      await settleAlone(settled, database)
      return report
    }
    refuseTarget(journal, target, context)
    await refuseMissingRoles(planning, database)
    refuseRowsInTheWay(report)
    await warnOfOldBackup(target, context)
    if (attempt === 1 && command === 'apply') noteDrift(journal, planning.from, context)
    if (!(await confirmPlan(report, context))) return undefined
    const after = await runPlan(
      {
        ...{ planning, journal, target, command, undoes, ...(left ? { left } : {}) },
        prove: (catalog) => remaining(catalog, planning.desired, project.cache),
        port: livePort(target, context),
      },
      database,
      context,
    )
    if (after) {
      undertaking.remember?.(after)
      return report
    }
    if (attempt >= attemptsMax) throw new TrueupError('APPLY-STALE', undefined)
  }
}

/** A run takes over what it finds: whoever wants to see what was changed by hand should look before. */
function noteDrift({ lastState }: JournalHead, from: Catalog, { terminal, texts }: CommandContext): void {
  if (!lastState || lastState.isFollowed || lastState.fingerprint === from.fingerprint) return
  terminal.note(texts.drift.beforeRun({ run: lastState.run }))
}

/** Each means that somebody else changed something meanwhile. */
const attemptsMax = 50

async function remaining(after: Catalog, desired: Desired, cache: string): Promise<string[]> {
  const left = await withoutSpelling(differences(after, desired), after, desired.catalog, cache)
  return left.map((change) => changedObject(change).id)
}
