import { exitCodes } from '../../errors/exit-codes.ts'
import { planJson } from '../../report/json/plan.ts'
import type { Command, CommandContext } from '../command.ts'
import { runFlags } from '../live-port.ts'
import { planAndRun } from '../plan-and-run.ts'
import { settle } from '../settle.ts'
import { showPlan } from '../show-plan.ts'
import { withDiagnosis } from '../target.ts'
import { undoUndertaking, withUndoTarget } from '../undo-undertaking.ts'

const planFlags = [
  'database',
  'env',
  'reassign',
  'config',
  'accept',
  'decisions',
  'rehearse-on',
  'no-rehearsal',
  'json',
] as const

export const undo: Command = takingBack('undo')
export const redo: Command = takingBack('redo')

function takingBack(command: 'undo' | 'redo'): Command {
  return {
    flags: [...planFlags, ...runFlags, 'dry-run', 'wait', 'yes'],
    ...(command === 'undo' ? { word: '[<run>]' } : {}),
    run: (context) => run(command, context),
  }
}

async function run(command: 'undo' | 'redo', context: CommandContext) {
  const { flags, terminal, texts } = context
  const started = performance.now()
  const input = await undoUndertaking(command, context)
  if (flags['dry-run']) {
    const report = await withDiagnosis(() =>
      withUndoTarget(input, (database) => settle(database, input, context, false)),
    )
    return report ? showPlan(report, context) : exitCodes.failure
  }
  const report = await withDiagnosis(() =>
    withUndoTarget(input, (database) => planAndRun(database, input, command, context)),
  )
  if (!report) {
    terminal.note(texts.create.declined())
    return exitCodes.failure
  }
  const milliseconds = performance.now() - started
  const { steps } = report.planning.plan
  const words = command === 'undo' ? texts.undo.undone : texts.undo.redone
  const facts = { runs: report.undoes, steps: steps.length, seconds: (milliseconds / 1000).toFixed(2) }
  if (flags.json) terminal.out(planJson(report, milliseconds, command))
  else terminal.out(steps.length === 0 ? texts.undo.nothing() : words(facts))
  return exitCodes.ok
}
