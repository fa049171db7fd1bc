import { TrueupError } from '../errors/trueup-error.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { planLines } from '../report/terminal/plan.ts'
import { askYesNo } from './ask.ts'
import type { CommandContext } from './command.ts'

/** Somebody sees the plan and says yes; `--yes` says it beforehand. */
export async function confirmPlan(
  report: PlanReport,
  { flags, terminal, texts }: CommandContext,
): Promise<boolean> {
  if (flags.yes) {
    const { rehearsal } = report
    if (rehearsal.kind === 'impossible') terminal.note(texts.plan.notRehearsed({ reason: rehearsal.reason }))
    return true
  }
  if (!terminal.interactive) throw new TrueupError('APPLY-NEEDS-YES', undefined)
  for (const line of planLines(report, terminal.screen, texts)) terminal.note(line)
  return askYesNo(texts.plan.question({ environment: report.target.environment }))
}
