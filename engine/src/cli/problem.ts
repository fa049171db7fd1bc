import { type ExitCode, exitCodes } from '../errors/exit-codes.ts'
import { isTrueupError, type TrueupError } from '../errors/trueup-error.ts'
import type { Messages } from '../messages/catalogue.ts'
import { problemJson } from '../report/json/problem.ts'
import { problemText } from '../report/terminal/problem.ts'
import type { Terminal } from './terminal.ts'

export interface ProblemContext {
  readonly terminal: Terminal
  readonly texts: Messages
  readonly words: readonly string[]
  readonly interrupted: boolean
}

/** A user's mistake or the world's is explained; a mistake of ours shows where it happened. */
export function showProblem(
  error: unknown,
  { terminal, texts, words, interrupted }: ProblemContext,
): ExitCode {
  // with the connection lost on top nobody can say that nothing was changed; who stopped half-way says what was
  if (interrupted && !(isTrueupError(error) && tellsOfItself.has(error.code))) {
    terminal.note(texts.command.interrupted())
    return exitCodes.interrupted
  }
  if (!isTrueupError(error)) {
    terminal.note(`${texts.command.bug()}\n${error instanceof Error ? error.stack : String(error)}`)
    return exitCodes.failure
  }
  const problem: TrueupError = error
  terminal.note(problemText(problem, texts))
  if (words.includes('--json')) terminal.out(problemJson(problem, texts))
  if (problem.code === 'APPLY-STOPPED') return exitCodes.interrupted
  if (problem.code === 'PLAN-UNDECIDED' || problem.code === 'TARGET-UNCONFIRMED') return exitCodes.undecided
  if (
    problem.code === 'PLAN-ROWS' ||
    problem.code === 'PLAN-ROLES' ||
    problem.code.startsWith('REHEARSAL-') ||
    problem.code.startsWith('TARGET-')
  )
    return exitCodes.refused
  return problem.code.startsWith('USAGE-') ? exitCodes.usage : exitCodes.failure
}

const tellsOfItself: ReadonlySet<string> = new Set(['CONNECT-LOST', 'RESTORE-STOPPED', 'APPLY-STOPPED'])

/** The language must be known before the flags are, because their errors are texts too. */
export function languageFlag(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  return words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length)
}
