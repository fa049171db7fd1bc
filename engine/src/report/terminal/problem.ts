import { isTrueupError, type TrueupError } from '../../errors/trueup-error.ts'
import type { Messages } from '../../messages/catalogue.ts'

interface Texts {
  readonly message: (parameters: unknown) => string
  readonly detail?: (parameters: unknown) => string | undefined
  readonly hint: (parameters: unknown) => string
}

export interface ProblemParts {
  readonly code: string
  readonly message: string
  readonly detail: string | undefined
  readonly hint: string
  /** What lies beneath, when that is a known trouble of its own: a refused statement, a lack of privileges. */
  readonly cause: ProblemParts | undefined
}

/** The parts of an error report in PostgreSQL's wording. */
export function problemParts(problem: TrueupError, texts: Messages): ProblemParts {
  const text = texts.errors[problem.code] as unknown as Texts
  return {
    code: problem.code,
    message: text.message(problem.parameters),
    detail: text.detail?.(problem.parameters) || undefined,
    hint: text.hint(problem.parameters),
    cause: isTrueupError(problem.cause) ? problemParts(problem.cause, texts) : undefined,
  }
}

/** @param heading `error` unless the run goes on all the same */
export function problemText(problem: TrueupError, texts: Messages, heading = texts.command.error()): string {
  return partsText(problemParts(problem, texts), texts, heading)
}

export function partsText(parts: ProblemParts, texts: Messages, heading = texts.command.error()): string {
  const { code, message, detail, hint, cause } = parts
  const { detailLabel, hintLabel, causeLabel } = texts.command
  return [
    `${heading}[${code}]: ${message}`,
    ...(detail ? [`  ${detailLabel()}: ${indent(detail)}`] : []),
    `  ${hintLabel()}: ${indent(hint)}`,
    ...(cause ? [`  ${causeLabel()}[${cause.code}]: ${indent(cause.hint)}`] : []),
  ].join('\n')
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n    ')
}
