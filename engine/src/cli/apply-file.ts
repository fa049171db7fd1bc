import { indexCatalog } from '../catalog/index-catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import type { Planning } from '../pipeline.ts'
import { splitLeftovers } from '../plan/online/leftovers.ts'
import { notAsPlanned } from '../plan-file/not-as-planned.ts'
import type { PlanFile } from '../plan-file/plan-file.ts'
import { desiredOf, planningOf } from '../plan-file/plan-file.ts'
import { compareTouched, touchedObjects } from '../plan-file/touched.ts'
import type { Database, Place } from '../postgres/database.ts'
import { findProject, type Project } from '../project/find-project.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { placeText } from '../report/terminal/place.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
import type { CommandContext } from './command.ts'
import { confirmPlan } from './confirm-plan.ts'
import { examine, refuseRowsInTheWay } from './examine.ts'
import { livePort } from './live-port.ts'
import { loadPlan } from './plan-files.ts'
import { withPlanned } from './planning.ts'
import { refuseTarget } from './refuse-target.ts'
import { runPlan } from './running.ts'
import { findTarget, type Target, withDiagnosis } from './target.ts'
import { warnOfOldBackup } from './warn-of-old-backup.ts'

/** Runs exactly the plan of a file, or refuses; undefined when somebody said no. */
export async function applyFile(name: string, context: CommandContext): Promise<PlanReport | undefined> {
  const { flags, workingFolder } = context
  for (const flag of ['schema', 'schemas', 'accept', 'decisions', 'drops'] as const)
    if (flags[flag] !== undefined) throw new TrueupError('USAGE-PLAN-FILE-FLAG', { flag: `--${flag}` })
  const file = loadPlan(name, workingFolder)
  const project = await findProject(workingFolder, flags.config)
  const target = findTarget(context, project, 'apply')
  refuseOtherDatabase(file, target, context)
  const desired = desiredOf(file)
  return withDiagnosis(() =>
    withPlanned({ target, desired }, (database) => run(file, database, { project, target }, context)),
  )
}

async function run(
  file: PlanFile,
  database: Database,
  surroundings: { readonly project: Project; readonly target: Target },
  context: CommandContext,
): Promise<PlanReport | undefined> {
  const { cache } = surroundings.project
  const { catalog: found, answers } = await readCatalogAnd(journalHeadStatements, database)
  const journal = parseJournalHead(answers)
  refuseTarget(journal, surroundings.target, context)
  const from = splitLeftovers(found).own
  const planning = planningOf(file, from, found)
  const stale = compareTouched(
    file.touched,
    touchedObjects(
      file.plan.steps,
      file.desired.objects.map(({ id }) => id),
      indexCatalog(found),
    ),
  )
  if (stale.length > 0) {
    // a plan that has run already leaves nothing to do
    if ((await notAsPlanned(from, file, cache)).length === 0)
      return examine(withoutSteps(planning), database, surroundings, context)
    throw new TrueupError('PLAN-STALE', { objects: stale })
  }
  const report = await examine(planning, database, surroundings, context)
  refuseRowsInTheWay(report)
  if (planning.plan.steps.length === 0) return report
  await warnOfOldBackup(surroundings.target, context)
  if (!(await confirmPlan(report, context))) return undefined
  const after = await runPlan(
    {
      ...{ planning, journal, target: surroundings.target, command: 'apply' },
      prove: (catalog) => notAsPlanned(catalog, file, cache),
      port: livePort(surroundings.target, context),
    },
    database,
    context,
  )
  // somebody else was at work: the plan may have been run by them, or must be refused
  return after ? report : run(file, database, surroundings, context)
}

function withoutSteps(planning: Planning): Planning {
  return { ...planning, rowChecks: [], plan: { ...planning.plan, steps: [], undo: [] } }
}

/** The same database under another name is another one: a plan must not run on a copy by mistake. */
function refuseOtherDatabase(file: PlanFile, target: Target, { texts }: CommandContext): void {
  const planned = { environment: file.environment, where: placeText(file.place, texts) }
  const actual = { environment: target.environment, where: placeText(target.place, texts) }
  if (identity(file.place) !== identity(target.place) || planned.environment !== actual.environment)
    throw new TrueupError('PLAN-OTHER-DATABASE', { planned, actual })
}

/** Who connects makes no difference. */
function identity(place: Place): string {
  switch (place.kind) {
    case 'server':
      return `${place.host}:${place.port}/${place.database}`
    case 'folder':
      return place.folder
    case 'memory':
      return ''
  }
}
