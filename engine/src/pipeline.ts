import type { Catalog } from './catalog/catalog.ts'
import { indexCatalog } from './catalog/index-catalog.ts'
import type { Decision } from './decide/decision.ts'
import { modelDecisions } from './decide/model-decisions.ts'
import { openQuestions, type Question } from './decide/questions.ts'
import { decidedRenames, type Rename } from './decide/renames.ts'
import { type Change, reversed } from './diff/change.ts'
import type { Plan } from './plan/plan.ts'
import { planChanges } from './plan/plan-changes.ts'
import { rowValues } from './plan/row-values.ts'
import { asPlan } from './plan/steps.ts'
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
  readonly plan: Plan
}

/** The story on one page: from a database as it is and models as they should be to a plan. Changes nothing. */
export async function makePlan(
  from: Catalog,
  desired: Desired,
  given: readonly Decision[],
  cache: string,
): Promise<Planning> {
  const decisions = [...given, ...modelDecisions(desired.tables, from)]
  const renames = decidedRenames(decisions, from)
  const to = { ...desired, catalog: await withOldNames(desired.catalog, renames, cache) }
  const changes = await withoutSpelling(differences(from, to), from, to.catalog, cache)
  const [fromIndex, toIndex] = [indexCatalog(from), indexCatalog(to.catalog)]
  const values = rowValues(decisions)
  const rowChecks = findRowChecks(changes, fromIndex, toIndex, values)
  const questions = openQuestions(changes, fromIndex, toIndex, decisions)
  const plan = asPlan({
    actions: planChanges(changes, fromIndex, toIndex, values),
    undo: planChanges(changes.map(reversed), toIndex, fromIndex),
    renames,
    from: fromIndex,
    to: toIndex,
  })
  return { from, desired, changes, renames, questions, rowChecks, plan }
}
