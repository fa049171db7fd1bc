import { type ExitCode, exitCodes } from '../errors/exit-codes.ts'
import { planJson } from '../report/json/plan.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { planLines } from '../report/terminal/plan.ts'
import type { CommandContext } from './command.ts'

/** Shows a plan that is not to be run; the exit code says whether it could be. */
export function showPlan(report: PlanReport, { flags, terminal, texts }: CommandContext): ExitCode {
  if (flags.json) terminal.out(planJson(report))
  else for (const line of planLines(report, terminal.screen, texts)) terminal.out(line)
  if (report.planning.questions.length > 0) return exitCodes.undecided
  return report.rowsInTheWay.length > 0 ? exitCodes.refused : exitCodes.ok
}
