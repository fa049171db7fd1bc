import type { Catalog } from '../catalog/catalog.ts'
import { changedObject } from '../diff/change.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { settle as settleRun } from '../journal/settle.ts'
import type { Database } from '../postgres/database.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { waitUntilFree } from '../run-lock/wait.ts'
import { differences } from '../verify/differences.ts'
import type { CommandContext } from './command.ts'
import { confirmPlan } from './confirm-plan.ts'
import { refuseMissingRoles, refuseRowsInTheWay } from './examine.ts'
import { livePort } from './live-port.ts'
import { type PlanningInput, planningInput, refuseUndecided, withPlanned } from './planning.ts'
import { runPlan, settleAlone } from './running.ts'
import { settle } from './settle.ts'
import { withDiagnosis } from './target.ts'
import { tellDeadRuns } from './tell-dead-runs.ts'
import { waitingOf } from './waiting.ts'

/** Plans and applies; undefined when somebody said no. */
export async function applyModels(context: CommandContext): Promise<PlanReport | undefined> {
  const input = await planningInput(context, 'apply')
  return withDiagnosis(() => withPlanned(input, (database) => run(database, input, context)))
}

/** When the database moved in between, once more from the start. */
async function run(
  database: Database,
  input: PlanningInput,
  context: CommandContext,
): Promise<PlanReport | undefined> {
  for (let attempt = 1; ; attempt++) {
    const report = await settle(database, input, context)
    if (!report) return undefined
    const { planning, journal } = report
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
    await refuseMissingRoles(planning, database)
    refuseRowsInTheWay(report)
    if (!(await confirmPlan(report, context))) return undefined
    const after = await runPlan(
      {
        ...{ planning, journal, target: input.target, command: 'apply' },
        prove: (catalog) => remaining(catalog, input),
        port: livePort(input.target, context),
      },
      database,
      context,
    )
    if (after) return report
    if (attempt >= attemptsMax) throw new TrueupError('APPLY-STALE', undefined)
  }
}

/** Each means that somebody else changed something meanwhile. */
const attemptsMax = 50

async function remaining(after: Catalog, { desired, project }: PlanningInput): Promise<string[]> {
  const left = await withoutSpelling(differences(after, desired), after, desired.catalog, project.cache)
  return left.map((change) => changedObject(change).id)
}
