import type { Place } from './database.ts'

/** A statement that the server refused, in the server's own words (fields of the ErrorResponse message, manual 55.8). */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** Five characters, appendix A of the manual. */
  readonly sqlstate: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  /** 1-based character in the sent text, where the server gave one. */
  readonly position: number | undefined
  /** Where it happened: who lacks which privilege is half of the explanation. */
  readonly place: Place | undefined
  /** How many statements of the message had run before the one that failed. */
  readonly completed: number | undefined

  constructor(
    message: string,
    fields: {
      sqlstate: string
      detail?: string | undefined
      hint?: string | undefined
      position?: number | undefined
      place?: Place | undefined
      completed?: number | undefined
    },
    options?: { readonly cause?: unknown },
  ) {
    super(message, options)
    this.sqlstate = fields.sqlstate
    this.detail = fields.detail
    this.hint = fields.hint
    this.position = fields.position
    this.place = fields.place
    this.completed = fields.completed
  }
}

/** By shape, as with TrueupError: the driver's part of the engine is a file of its own with its own copy of the class. */
export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && error.name === 'DatabaseError' && 'sqlstate' in error
}
