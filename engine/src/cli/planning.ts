import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { extensionNames } from '../catalog/extension-names.ts'
import { type Decision, parseDecision, parseDecisions } from '../decide/decision.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { makePlan, type Planning } from '../pipeline.ts'
import type { Database } from '../postgres/database.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { findProject, type Project } from '../project/find-project.ts'
import { projectSources } from '../project/sources.ts'
import { findRowsInTheWay } from '../rows/run-checks.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { type Desired, loadDesired } from '../sources/desired.ts'
import type { CommandContext } from './command.ts'
import type { FlagName } from './flags.ts'
import { findTarget, type Target } from './target.ts'

/** Flags of every command that makes a plan. */
export const planningFlags: readonly FlagName[] = [
  'database',
  'env',
  'schema',
  'config',
  'accept',
  'decisions',
  'json',
]

/** What such a command works with, before it connects. */
export interface PlanningInput {
  readonly project: Project
  readonly target: Target
  readonly desired: Desired
  readonly decisions: readonly Decision[]
}

export async function planningInput(context: CommandContext, command: string): Promise<PlanningInput> {
  const { flags, workingFolder, now } = context
  const project = await findProject(workingFolder, flags.config)
  const target = findTarget(context, project, command)
  const decisions = readDecisions(context)
  if (target.environment === 'production' && decisions.some(({ kind }) => kind === 'drops'))
    throw new TrueupError('DECISION-DROPS-IN-PRODUCTION', undefined)
  const desired = await loadDesired(projectSources(project, flags.schema), { ...project, asOf: now })
  return { project, target, desired, decisions }
}

/** A session on the database that the plan is for. */
export function withPlanned<Result>(
  { target, desired }: PlanningInput,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(() => target.connect(extensionNames(desired.catalog)), work)
}

export async function planFor(
  database: Database,
  { desired, decisions, project }: PlanningInput,
): Promise<Planning> {
  return makePlan(await readCatalog(database), desired, decisions, project.cache)
}

/** Asks the rows whether they can come along; those that cannot stop everything before it begins. */
export async function refuseRowsInTheWay({ rowChecks }: Planning, database: Database): Promise<void> {
  const rows = await findRowsInTheWay(rowChecks, database)
  if (rows.length > 0) throw new TrueupError('PLAN-ROWS', { rows })
}

/** Every undecided question at once, as one error; nothing has been changed then. */
export function refuseUndecided({ questions }: Planning): void {
  if (questions.length > 0) throw new TrueupError('PLAN-UNDECIDED', { questions })
}

function readDecisions({ flags, workingFolder }: CommandContext): Decision[] {
  return [
    ...(flags.accept ?? []).map(parseDecision),
    ...(flags.decisions ? readFile(flags.decisions, workingFolder) : []),
  ]
}

function readFile(file: string, folder: string): Decision[] {
  let text: string
  try {
    text = readFileSync(resolve(folder, file), 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('DECISION-FILE', { file, reason }, { cause: error })
  }
  return parseDecisions(text)
}
