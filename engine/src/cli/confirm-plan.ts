import { indexCatalog } from '../catalog/index-catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { summarisePlan } from '../report/plan-summary.ts'
import { whereLine } from '../report/terminal/place.ts'
import { lossWords, planLines } from '../report/terminal/plan.ts'
import { askYesNo } from './ask.ts'
import type { CommandContext } from './command.ts'
import { confirmName, refuseOtherName } from './confirm-name.ts'

/**
 * Somebody sees the plan and says yes; `--yes` says it beforehand. Where something is lost in production, the name of
 * the database is asked for instead.
 */
export async function confirmPlan(report: PlanReport, context: CommandContext): Promise<boolean> {
  const { flags, terminal, texts } = context
  const { target, planning, rehearsal } = report
  const { losses } = summarisePlan(planning, indexCatalog(planning.from))
  const lost = losses.map(({ object }) => object)
  refuseOtherName(target, lost, context)
  const isGrave = target.environment === 'production' && losses.length > 0
  if (flags.yes) {
    if (rehearsal.kind === 'impossible') terminal.note(texts.plan.notRehearsed({ reason: rehearsal.reason }))
    if (target.environment === 'production') terminal.note(whereLine(target, planning.from, texts))
    if (isGrave)
      for (const loss of losses) terminal.note(texts.caution.loss({ what: lossWords(loss, texts) }))
    return !isGrave || confirmName(target, lost, context)
  }
  if (!terminal.interactive) throw new TrueupError('APPLY-NEEDS-YES', undefined)
  for (const line of planLines(report, terminal.screen, texts)) terminal.note(line)
  return isGrave && flags['confirm-database'] === undefined
    ? confirmName(target, lost, context)
    : askYesNo(texts.plan.question({ environment: target.environment }))
}
