import { pathOf } from '../../catalog/identify.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Planning } from '../../pipeline.ts'
import { planJson } from '../../report/json/plan.ts'
import { planLines } from '../../report/terminal/plan.ts'
import { planScript } from '../../report/terminal/plan-script.ts'
import { modelsUndertaking } from '../apply-models.ts'
import type { Command } from '../command.ts'
import { savePlan } from '../plan-files.ts'
import { planningFlags, planningInput, withPlanned } from '../planning.ts'
import { settle } from '../settle.ts'
import { withDiagnosis } from '../target.ts'

export const plan: Command = {
  flags: [...planningFlags, 'sql', 'out', 'exit-code'],
  async run(context) {
    const { flags, terminal, texts, workingFolder } = context
    const input = await planningInput(context, 'plan')
    // a plan that is only looked at may have open questions; one that is kept should not
    const report = await withDiagnosis(() =>
      withPlanned(input, (database) =>
        settle(database, modelsUndertaking(input), context, flags.out !== undefined),
      ),
    )
    if (!report) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
    const { planning, rowsInTheWay } = report
    const isReady = planning.questions.length === 0 && rowsInTheWay.length === 0
    if (flags.json) terminal.out(planJson(report))
    else if (flags.sql) {
      refuseToPark(planning)
      terminal.out(planScript(report, texts))
    } else for (const line of planLines(report, terminal.screen, texts)) terminal.out(line)
    if (flags.out !== undefined && isReady) {
      savePlan(report, flags.out, workingFolder)
      terminal.note(texts.plan.saved({ file: flags.out }))
    } else if (isReady && planning.plan.steps.length > 0) terminal.note(texts.plan.next())
    if (planning.questions.length > 0) return exitCodes.undecided
    if (rowsInTheWay.length > 0) return exitCodes.refused
    return flags['exit-code'] && planning.plan.steps.length > 0 ? exitCodes.pending : exitCodes.ok
  },
}

/** A script writes no journal: nobody would find again what it parks. */
function refuseToPark({ plan: { steps } }: Planning): void {
  const objects = steps.flatMap(({ parking }) => (parking?.kind === 'park' ? [pathOf(parking.object)] : []))
  if (objects.length > 0) throw new TrueupError('DECISION-SCRIPT-PARKS', { objects })
}
