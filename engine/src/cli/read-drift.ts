import type { Catalog } from '../catalog/catalog.ts'
import type { Extent } from '../catalog/extent.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { IdTest } from '../diff/changes-meant.ts'
import { chooseDrift, findDrift, noDrift } from '../drift/find-drift.ts'
import { parsePatterns } from '../drift/patterns.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { type JournalHead, journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import { readRecordedState } from '../journal/recorded-state.ts'
import { planChanges } from '../plan/plan-changes.ts'
import type { Database } from '../postgres/database.ts'
import { findProject, type Project } from '../project/find-project.ts'
import { grantsCount, ignoredDrift } from '../project/sources.ts'
import type { DriftReport } from '../report/drift-groups.ts'
import { placeText } from '../report/terminal/place.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
import { nameList } from './backup-options.ts'
import type { CommandContext } from './command.ts'
import { extentOf } from './planning.ts'
import { findTarget, type Target } from './target.ts'

/** What counts as drift, and whose. */
export interface DriftInput {
  readonly project: Project
  readonly target: Target
  readonly extent: Extent
  readonly grants: boolean
  readonly isIgnored: IdTest
  /** undefined: all of it. */
  readonly isChosen: IdTest | undefined
}

export async function driftInput(context: CommandContext): Promise<DriftInput> {
  const project = await findProject(context.workingFolder, context.flags.config)
  return driftInputFor(project, findTarget(context, project, 'drift'), context)
}

export function driftInputFor(project: Project, target: Target, { flags }: CommandContext): DriftInput {
  const objects = nameList(flags.objects)
  return {
    project,
    target,
    extent: extentOf(flags.schemas ?? project.config.schemas) ?? 'whole-database',
    grants: grantsCount(project, flags.grants),
    isIgnored: parsePatterns(ignoredDrift(project)),
    isChosen: objects && parsePatterns(objects),
  }
}

export interface FoundDrift {
  readonly report: DriftReport
  readonly journal: JournalHead
  /** The whole database as it is now. */
  readonly found: Catalog
}

/**
 * Compares the database with what the last run left: one round trip where nothing has changed, else two.
 * @throws DRIFT-NO-STATE where no run has left anything
 */
export async function readDrift(
  database: Database,
  input: DriftInput,
  { texts }: Pick<CommandContext, 'texts'>,
): Promise<FoundDrift> {
  const { catalog: found, answers } = await readCatalogAnd(journalHeadStatements, database)
  return driftOf(found, parseJournalHead(answers), database, input, { texts })
}

/** The same with what has been read already. */
export async function driftOf(
  found: Catalog,
  journal: JournalHead,
  database: Database,
  input: DriftInput,
  { texts }: Pick<CommandContext, 'texts'>,
): Promise<FoundDrift> {
  const { lastState: since } = journal
  const { target, project, isChosen } = input
  if (!since) throw new TrueupError('DRIFT-NO-STATE', { where: placeText(target.place, texts) })
  if (since.fingerprint === found.fingerprint) {
    const report = { target, since, drift: noDrift(found), statements: [], unfinished: [] }
    return { report, journal, found }
  }
  const { catalog, unfinished } = await readRecordedState(database, since.run)
  const all = await findDrift(catalog, found, { ...input, cache: project.cache })
  const drift = isChosen ? chooseDrift(all, isChosen) : all
  const statements = planChanges(drift.changes, indexCatalog(drift.left), indexCatalog(drift.now), {
    grants: input.grants,
  }).map(({ target: object, sql }) => ({ target: object, sql }))
  return { report: { target, since, drift, statements, unfinished }, journal, found }
}
