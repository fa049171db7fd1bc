import type { Decision } from '../decide/decision.ts'
import type { Database } from '../postgres/database.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { knownState } from '../verify/known-state.ts'
import type { CommandContext } from './command.ts'
import { planAndRun } from './plan-and-run.ts'
import { type PlanningInput, planFor, planningInput, withPlanned } from './planning.ts'
import type { Undertaking } from './settle.ts'
import { withDiagnosis } from './target.ts'

/** Plans and applies; undefined when somebody said no. */
export async function applyModels(context: CommandContext): Promise<PlanReport | undefined> {
  const input = await planningInput(context, 'apply')
  return withDiagnosis(() =>
    withPlanned(input, (database) => planAndRun(database, modelsUndertaking(input), 'apply', context)),
  )
}

/** To bring a database to what the models say. */
export function modelsUndertaking(input: PlanningInput): Undertaking {
  return {
    ...input,
    plan: (database: Database, answers: readonly Decision[]) =>
      planFor(database, { ...input, decisions: [...input.decisions, ...answers] }),
    remember: (after) => knownState(input.target.place, input.desired, input.project.cache).remember(after),
  }
}
