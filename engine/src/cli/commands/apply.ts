import { applyPlan } from '../../apply/apply-plan.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { changedObject } from '../../diff/change.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import type { Planning } from '../../pipeline.ts'
import type { Database } from '../../postgres/database.ts'
import { rehearse } from '../../rehearse/rehearse.ts'
import { withoutSpelling } from '../../rehearse/respell.ts'
import { planJson } from '../../report/json/plan.ts'
import { appliedLines, planLines } from '../../report/terminal/plan.ts'
import { differences } from '../../verify/differences.ts'
import { askYesNo } from '../ask.ts'
import type { Command, CommandContext } from '../command.ts'
import {
  type PlanningInput,
  planFor,
  planningFlags,
  planningInput,
  refuseRowsInTheWay,
  refuseUndecided,
  withPlanned,
} from '../planning.ts'
import { withDiagnosis } from '../target.ts'

export const apply: Command = {
  flags: [...planningFlags, 'no-rehearsal', 'yes'],
  async run(context) {
    const { flags, terminal, texts } = context
    const input = await planningInput(context, 'apply')
    const started = performance.now()
    const planning = await withDiagnosis(() =>
      withPlanned(input, (database) => run(database, input, context)),
    )
    if (!planning) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
    const milliseconds = performance.now() - started
    if (flags.json) terminal.out(planJson(planning, input.target, milliseconds))
    else for (const line of appliedLines(planning, milliseconds, texts)) terminal.out(line)
    return exitCodes.ok
  },
}

/** Plans and applies; when the database moved in between, once more from the start. */
async function run(
  database: Database,
  input: PlanningInput,
  context: CommandContext,
): Promise<Planning | undefined> {
  for (let attempt = 1; ; attempt++) {
    const planning = await planFor(database, input)
    refuseUndecided(planning)
    if (planning.plan.steps.length === 0) return planning
    await refuseRowsInTheWay(planning, database)
    await rehearsal(planning, input, context)
    if (!(await confirmed(planning, input, context))) return undefined
    try {
      await applyPlan(planning.plan, planning.from, database, (after) => remaining(after, input))
      return planning
    } catch (error) {
      if (attempt >= attemptsMax || !isTrueupError(error, 'APPLY-STALE')) throw error
    }
  }
}

const attemptsMax = 5

/** On a copy first; what cannot be rehearsed is said, and proved before the commit all the same. */
async function rehearsal(
  planning: Planning,
  { desired, project }: PlanningInput,
  { flags, terminal, texts }: CommandContext,
) {
  if (flags['no-rehearsal']) return
  const outcome = await rehearse(planning.plan, planning.from, desired.catalog, project.cache)
  if (outcome.kind === 'impossible') terminal.note(texts.plan.notRehearsed({ reason: outcome.reason }))
}

async function remaining(after: Catalog, { desired, project }: PlanningInput): Promise<string[]> {
  const left = await withoutSpelling(differences(after, desired), after, desired.catalog, project.cache)
  return left.map((change) => changedObject(change).id)
}

async function confirmed(
  planning: Planning,
  { target }: PlanningInput,
  context: CommandContext,
): Promise<boolean> {
  const { flags, terminal, texts } = context
  if (flags.yes) return true
  if (!terminal.interactive) throw new TrueupError('APPLY-NEEDS-YES', undefined)
  for (const line of planLines(planning, target, texts)) terminal.note(line)
  return askYesNo(texts.plan.question({ environment: target.environment }))
}
