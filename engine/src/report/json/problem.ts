import type { TrueupError } from '../../errors/trueup-error.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { problemParts } from '../terminal/problem.ts'

export function problemJson(problem: TrueupError, texts: Messages): string {
  return JSON.stringify({ error: problemParts(problem, texts) }, null, 2)
}
