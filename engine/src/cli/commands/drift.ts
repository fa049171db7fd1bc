import { type ExitCode, exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database } from '../../postgres/database.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { driftJson } from '../../report/json/drift.ts'
import { planJson } from '../../report/json/plan.ts'
import { driftCount, driftLines } from '../../report/terminal/drift.ts'
import { adoptDrift } from '../adopt-drift.ts'
import type { Command, CommandContext } from '../command.ts'
import { runFlags } from '../live-port.ts'
import { planAndRun } from '../plan-and-run.ts'
import { type DriftInput, driftInput, readDrift } from '../read-drift.ts'
import { refuseTarget } from '../refuse-target.ts'
import { revertUndertaking } from '../revert-drift.ts'
import { settle } from '../settle.ts'
import { showPlan } from '../show-plan.ts'
import { withDiagnosis } from '../target.ts'

export const drift: Command = {
  flags: [
    ...(['adopt', 'revert', 'objects', 'dry-run', 'force', 'database', 'env', 'reassign', 'config'] as const),
    ...([
      'schema',
      'schemas',
      'grants',
      'accept',
      'decisions',
      'drops',
      'rehearse-on',
      'no-rehearsal',
    ] as const),
    ...runFlags,
    ...(['wait', 'yes', 'json'] as const),
  ],
  async run(context) {
    const { adopt, revert: isReverting } = context.flags
    if (adopt !== undefined && isReverting) throw new TrueupError('USAGE-DRIFT', undefined)
    const input = await driftInput(context)
    const work = isReverting ? revert : adopt === undefined ? show : keep
    return withDiagnosis(() =>
      withDatabase(
        () => input.target.connect(),
        (database) => work(database, input, context),
      ),
    )
  },
}

async function show(database: Database, input: DriftInput, context: CommandContext): Promise<ExitCode> {
  const { flags, terminal, texts } = context
  const { report } = await readDrift(database, input, context)
  if (flags.json) terminal.out(driftJson(report))
  else for (const line of driftLines(report, terminal.screen, texts)) terminal.out(line)
  return report.drift.changes.length === 0 ? exitCodes.ok : exitCodes.drifted
}

async function keep(database: Database, input: DriftInput, context: CommandContext): Promise<ExitCode> {
  const { flags, terminal, texts } = context
  const drifted = await readDrift(database, input, context)
  refuseTarget(drifted.journal, input.target, context)
  if (drifted.report.drift.changes.length === 0) return show(database, input, context)
  const adoption = await adoptDrift(flags.adopt ?? '', drifted, database, input, context)
  const { form, written: files, isProved } = adoption
  const count = driftCount(drifted.report.drift.changes, texts)
  if (flags.json && files.length > 0)
    terminal.out(JSON.stringify({ command: 'drift', adopted: adoption }, null, 2))
  else if (files.length > 0) {
    terminal.out((isProved ? texts.drift.adopted : texts.drift.adoptedUnproved)({ count, files }))
    const [file = ''] = files
    terminal.note(form === 'whole' ? texts.drift.adoptReplaces({ file }) : texts.drift.adoptSource({ file }))
  }
  return exitCodes.ok
}

async function revert(database: Database, input: DriftInput, context: CommandContext): Promise<ExitCode> {
  const { flags, terminal, texts } = context
  const started = performance.now()
  const undertaking = revertUndertaking(input, context)
  if (flags['dry-run']) {
    const report = await settle(database, undertaking, context, false)
    return report ? showPlan(report, context) : exitCodes.failure
  }
  const report = await planAndRun(database, undertaking, 'revert', context)
  if (!report) {
    terminal.note(texts.create.declined())
    return exitCodes.failure
  }
  const milliseconds = performance.now() - started
  const steps = report.planning.plan.steps.length
  const run = report.journal.lastState?.run ?? 0
  const seconds = (milliseconds / 1000).toFixed(2)
  if (flags.json) terminal.out(planJson(report, milliseconds, 'drift'))
  else terminal.out(steps === 0 ? texts.drift.none({ run }) : texts.drift.reverted({ steps, run, seconds }))
  return exitCodes.ok
}
