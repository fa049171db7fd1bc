import { en } from '../messages/en.ts'

type ErrorTexts = typeof en.errors
export type ErrorCode = keyof ErrorTexts
export type ErrorParameters<Code extends ErrorCode> = Parameters<ErrorTexts[Code]['message']>[0]

/**
 * What the world does to us (never our own mistakes: those are plain errors that crash).
 * It carries a code and facts; the words come from the message catalogue when it is shown.
 */
export class TrueupError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'TrueupError'
  readonly code: Code
  readonly parameters: ErrorParameters<Code>

  constructor(code: Code, parameters: ErrorParameters<Code>, options?: { readonly cause?: unknown }) {
    const text = en.errors[code].message as (parameters: ErrorParameters<Code>) => string
    super(text(parameters), options)
    this.code = code
    this.parameters = parameters
  }
}

export function isTrueupError<Code extends ErrorCode>(
  error: unknown,
  code?: Code,
): error is TrueupError<Code> {
  // by shape: a config compiled on its own brings its own copy of the class
  return (
    error instanceof Error &&
    error.name === 'TrueupError' &&
    (code === undefined || ('code' in error && error.code === code))
  )
}
