import type { TrueupError } from '../../errors/trueup-error.ts'
import type { Messages } from '../../messages/catalogue.ts'

interface Texts {
  readonly message: (parameters: unknown) => string
  readonly detail?: (parameters: unknown) => string | undefined
  readonly hint: (parameters: unknown) => string
}

/** Five parts in PostgreSQL's wording: code, message, detail, hint. */
export function problemParts(problem: TrueupError, texts: Messages) {
  const text = texts.errors[problem.code] as unknown as Texts
  return {
    code: problem.code,
    message: text.message(problem.parameters),
    detail: text.detail?.(problem.parameters) || undefined,
    hint: text.hint(problem.parameters),
  }
}

export function problemText(problem: TrueupError, texts: Messages): string {
  const { code, message, detail, hint } = problemParts(problem, texts)
  const { error, detailLabel, hintLabel } = texts.command
  return [
    `${error()}[${code}]: ${message}`,
    ...(detail ? [`  ${detailLabel()}: ${indent(detail)}`] : []),
    `  ${hintLabel()}: ${indent(hint)}`,
  ].join('\n')
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n    ')
}
