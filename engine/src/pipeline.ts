import type { Catalog } from './catalog/catalog.ts'
import { indexCatalog } from './catalog/index-catalog.ts'
import type { Decision } from './decide/decision.ts'
import { modelDecisions } from './decide/model-decisions.ts'
import { losses, openQuestions, type Question } from './decide/questions.ts'
import { decidedRenames, type Rename } from './decide/renames.ts'
import { type Change, reversed } from './diff/change.ts'
import { neededRoles } from './plan/needed-roles.ts'
import { busyTables, nothingIsBusy } from './plan/online/busy-tables.ts'
import { splitLeftovers } from './plan/online/leftovers.ts'
import type { Plan } from './plan/plan.ts'
import { planChanges } from './plan/plan-changes.ts'
import { rowValues } from './plan/row-values.ts'
import { asPlan } from './plan/steps.ts'
import { noUsage, type Usage } from './plan/usage.ts'
import { type UsageQuestion, usageQuestion } from './plan/usage-question.ts'
import { withOldNames } from './rehearse/old-names.ts'
import { withoutSpelling } from './rehearse/respell.ts'
import { findRowChecks } from './rows/find-checks.ts'
import type { RowCheck } from './rows/row-check.ts'
import type { Desired } from './sources/desired.ts'
import { differences } from './verify/differences.ts'

export interface Planning {
  readonly from: Catalog
  readonly desired: Desired
  readonly changes: readonly Change[]
  readonly renames: readonly Rename[]
  /** While one of these is open the plan must not be run. */
  readonly questions: readonly Question[]
  /** To be asked of the rows before anything is changed. */
  readonly rowChecks: readonly RowCheck[]
  /** What the database said of the relations that the plan touches. */
  readonly usage: Usage
  /** Roles that it speaks of: no plan makes them, so they must be there. */
  readonly roles: readonly string[]
  readonly plan: Plan
}

export interface PlanningOptions {
  /** Asks the database how full and how busy some relations are; without it plans go by what ANALYZE left behind. */
  readonly usage?: (question: UsageQuestion) => Promise<Usage>
  /** From how many rows on a table is changed the online way; never where nobody else can be connected. */
  readonly onlineRows?: number
}

/** The story on one page: from a database as it is and models as they should be to a plan. Changes nothing. */
export async function makePlan(
  found: Catalog,
  desired: Desired,
  given: readonly Decision[],
  cache: string,
  { onlineRows, usage: askUsage }: PlanningOptions = {},
): Promise<Planning> {
  const { own: from, leftovers } = splitLeftovers(found, desired.catalog)
  const { grants = false } = desired
  const decisions = [...given, ...modelDecisions(desired.tables, from)]
  const renames = decidedRenames(decisions, from)
  const to = { ...desired, catalog: await withOldNames(desired.catalog, renames, cache, { grants }) }
  const changes = await withoutSpelling(differences(from, to), from, to.catalog, cache)
  const [fromIndex, toIndex] = [indexCatalog(from), indexCatalog(to.catalog)]
  const values = rowValues(decisions)
  const question = usageQuestion(changes, losses(changes, fromIndex), fromIndex)
  const usage = changes.length > 0 && askUsage ? await askUsage(question) : noUsage
  const isBusy = onlineRows === undefined ? nothingIsBusy : busyTables(fromIndex, onlineRows, usage)
  const online = { isBusy, leftovers: indexCatalog(leftovers) }
  const rowChecks = findRowChecks(changes, fromIndex, toIndex, values)
  const questions = openQuestions(changes, fromIndex, toIndex, decisions)
  const plan = asPlan({
    actions: planChanges(changes, fromIndex, toIndex, { values, online, grants }),
    undo: planChanges(changes.map(reversed), toIndex, fromIndex, { grants }),
    renames,
    from: fromIndex,
    to: toIndex,
    usage,
  })
  const roles = neededRoles(changes, to.catalog.serverVersion, grants)
  return { from, desired, changes, renames, questions, rowChecks, roles, usage, plan }
}

/** For a database that is known to be what it should be, without looking. */
export function nothingToPlan(from: Catalog, desired: Desired): Planning {
  const plan: Plan = { format: 1, fromFingerprint: from.fingerprint, steps: [], undo: [] }
  const nothing = { changes: [], renames: [], questions: [], rowChecks: [], roles: [] }
  return { from, desired, ...nothing, usage: noUsage, plan }
}
