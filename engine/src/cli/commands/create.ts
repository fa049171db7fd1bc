import type { Catalog } from '../../catalog/catalog.ts'
import { type CreationOutcome, createTables } from '../../create/create-tables.ts'
import type { Creation, CreationWish } from '../../create/plan-creation.ts'
import { gitFinding } from '../../doctor/examine-settings.ts'
import { type ExitCode, exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { findProject } from '../../project/find-project.ts'
import { creationJson } from '../../report/json/creation.ts'
import { creationLines, plannedLines } from '../../report/terminal/creation.ts'
import { problemText } from '../../report/terminal/problem.ts'
import { sqlScript } from '../../report/terminal/sql-script.ts'
import { knownState } from '../../verify/known-state.ts'
import { askYesNo } from '../ask.ts'
import type { Command, CommandContext } from '../command.ts'
import { loadModels } from '../load-models.ts'
import { refuseTarget } from '../refuse-target.ts'
import { runnerOf } from '../runner.ts'
import { findTarget, type Target, withDiagnosis } from '../target.ts'
import { waitingOf } from '../waiting.ts'

export const create: Command = {
  flags: [
    'missing',
    'only',
    'dry-run',
    'database',
    'env',
    'reassign',
    'schema',
    'config',
    'json',
    'wait',
    'yes',
  ],
  async run(context) {
    const { flags, terminal, texts, workingFolder, signal } = context
    const wish = creationWish(flags.missing ?? false, flags.only)
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'create')
    await warnOfExposedSecrets(project.root, context)
    const desired = await loadModels(project, context)
    const started = performance.now()
    let dryRun: Creation | undefined
    const outcome = await withDiagnosis(() =>
      createTables(desired, wish, {
        connect: () => target.connect(desired.extensions),
        known: knownState(target.place, desired, project.cache),
        cache: project.cache,
        runner: runnerOf(target),
        waiting: waitingOf(context),
        notJournalled: (role) => terminal.note(texts.runs.notJournalled({ role })),
        refuse: (journal) => refuseTarget(journal, target, context),
        signal,
        async confirm(creation, before) {
          if (flags['dry-run']) dryRun = creation
          return (
            !flags['dry-run'] && (await confirmCreation(creation, before, desired.catalog, target, context))
          )
        },
      }),
    )
    if (dryRun) {
      terminal.out(
        flags.json ? creationJson({ creation: dryRun }, target, 0) : sqlScript(dryRun.actions, texts),
      )
      return exitCodes.ok
    }
    if (!outcome) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
    return report(outcome, target, performance.now() - started, context)
  },
}

/** Passwords that git would take along are told before anything else happens. */
async function warnOfExposedSecrets(root: string, { terminal, texts }: CommandContext): Promise<void> {
  const { error } = await gitFinding(root)
  if (error) terminal.note(problemText(error, texts, texts.doctor.warning()))
}

function creationWish(missing: boolean, only: readonly string[] | undefined): CreationWish {
  if (!missing && only) throw new TrueupError('CREATE-ONLY-WITHOUT-MISSING', undefined)
  if (!missing) return { kind: 'everything' }
  return {
    kind: 'missing-tables',
    only: only?.flatMap((names) => names.split(',')).map((name) => name.trim()),
  }
}

/** Shows what will be made; in production somebody must say yes. */
async function confirmCreation(
  creation: Creation,
  before: Catalog,
  desired: Catalog,
  target: Target,
  { flags, terminal, texts }: CommandContext,
): Promise<boolean> {
  if (!flags.json)
    for (const line of plannedLines(creation, before, desired, target, texts)) terminal.note(line)
  if (creation.actions.length === 0 || target.environment !== 'production' || flags.yes) return true
  if (!terminal.interactive) throw new TrueupError('CREATE-NEEDS-YES', { environment: target.environment })
  return askYesNo(texts.create.question({ environment: target.environment }))
}

function report(
  outcome: CreationOutcome,
  target: Target,
  milliseconds: number,
  context: CommandContext,
): ExitCode {
  const { flags, terminal, texts, language } = context
  if (flags.json) terminal.out(creationJson(outcome, target, milliseconds))
  else for (const line of creationLines(outcome, milliseconds, language, texts)) terminal.out(line)
  return exitCodes.ok
}
