import type { Extent } from '../catalog/extent.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Decision } from '../decide/decision.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { type JournalHead, journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import { makePlan, nothingToPlan, type Planning } from '../pipeline.ts'
import { onlineRows } from '../plan/online/busy-tables.ts'
import type { Database } from '../postgres/database.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { findProject, type Project } from '../project/find-project.ts'
import { grantsCount } from '../project/sources.ts'
import { readUsage } from '../rows/read-usage.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
import { type Desired, withSettings } from '../sources/desired.ts'
import { knownState } from '../verify/known-state.ts'
import type { CommandContext } from './command.ts'
import type { FlagName } from './flags.ts'
import { type Drops, givenDecisions, howToDrop } from './given-decisions.ts'
import { loadModels } from './load-models.ts'
import { findTarget, type Target } from './target.ts'

/** Flags of every command that makes a plan. */
export const planningFlags: readonly FlagName[] = [
  'database',
  'env',
  'reassign',
  'schema',
  'schemas',
  'config',
  'accept',
  'decisions',
  'drops',
  'rehearse-on',
  'no-rehearsal',
  'grants',
  'json',
]

/** What such a command works with, before it connects. */
export interface PlanningInput {
  readonly project: Project
  readonly target: Target
  readonly desired: Desired
  readonly decisions: readonly Decision[]
  readonly drops: Drops
}

export async function planningInput(context: CommandContext, command: string): Promise<PlanningInput> {
  const { flags, workingFolder } = context
  const project = await findProject(workingFolder, flags.config)
  const target = findTarget(context, project, command)
  const decisions = givenDecisions(context, project, target.environment)
  const loaded = await loadModels(project, context)
  const counted = grantsCount(project, flags.grants) ? withSettings(loaded, { grants: true }) : loaded
  return {
    project,
    target,
    decisions,
    drops: howToDrop(flags.drops ?? project.config.drops),
    desired: withExtent(counted, flags.schemas ?? project.config.schemas),
  }
}

/** Without `--schemas` the models speak for the schemas that they mention. */
function withExtent(desired: Desired, wish: '*' | readonly string[] | undefined): Desired {
  const extent = extentOf(wish)
  return extent === undefined ? desired : withSettings(desired, { extent })
}

/** `--schemas a,b`, `--schemas '*'`, and the same in the config. */
export function extentOf(wish: '*' | readonly string[] | undefined): Extent | undefined {
  if (wish === undefined) return undefined
  const names = [wish].flat().flatMap((list) => list.split(',').map((name) => name.trim()))
  return names.includes('*') ? 'whole-database' : names.filter((name) => name !== '')
}

/** A session on the database that the plan is for. */
export function withPlanned<Result>(
  { target, desired }: Pick<PlanningInput, 'target' | 'desired'>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(() => target.connect(desired.extensions), work)
}

export async function planFor(
  database: Database,
  { desired, decisions, drops, project, target }: PlanningInput,
): Promise<Planning & { readonly journal: JournalHead; readonly undoes: readonly number[] }> {
  const undoes: readonly number[] = []
  const known = knownState(target.place, desired, project.cache)
  const unchanged = await known.ifUnchanged(database, journalHeadStatements)
  if (unchanged)
    return {
      ...nothingToPlan(unchanged.catalog, desired),
      journal: parseJournalHead(unchanged.answers),
      undoes,
    }
  const { catalog: from, answers } = await readCatalogAnd(journalHeadStatements, database)
  const journal = parseJournalHead(answers)
  const planning = await makePlan(from, desired, decisions, project.cache, {
    usage: (question) => readUsage(question, indexCatalog(from), database),
    ...(database.profile.otherSessions ? { onlineRows } : {}),
    ...(drops === 'park' ? { parking: journal.parking } : {}),
  })
  if (planning.changes.length + planning.plan.steps.length === 0) known.remember(from)
  return { ...planning, journal, undoes }
}

/** Every undecided question at once, as one error; nothing has been changed then. */
export function refuseUndecided({ questions }: Planning): void {
  if (questions.length > 0) throw new TrueupError('PLAN-UNDECIDED', { questions })
}
