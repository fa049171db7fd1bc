import { isTrueupError, type TrueupError } from '../../errors/trueup-error.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { problemParts } from '../terminal/problem.ts'

export function problemJson(problem: TrueupError, texts: Messages): string {
  return JSON.stringify({ error: { ...problemParts(problem, texts), ...lists(problem) } }, null, 2)
}

/** What somebody must answer or correct, for programs to go through. */
function lists(problem: TrueupError): object {
  if (isTrueupError(problem, 'PLAN-UNDECIDED')) return { questions: problem.parameters.questions }
  if (isTrueupError(problem, 'PLAN-ROWS')) return { rows: problem.parameters.rows }
  return isTrueupError(problem, 'PLAN-STALE') ? { objects: problem.parameters.objects } : {}
}
