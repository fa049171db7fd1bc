import type { Redact } from './connect/redact.ts'
import type { Place } from './database.ts'
import { DatabaseError } from './database-error.ts'

/** The fields that pg's and PGlite's errors share; both come from one ErrorResponse message. */
interface ErrorResponse {
  readonly message: string
  readonly severity: string
  readonly code: string
  readonly detail?: string
  readonly hint?: string
  readonly position?: string
}

export interface ErrorContext {
  readonly place?: Place
  /** Statements of the same message that had run before. */
  readonly completed?: number
  readonly redact?: Redact
}

/** A driver's error as a DatabaseError without secrets, or undefined when it is not the server that speaks. */
export function readDatabaseError(
  error: unknown,
  { place, completed, redact = (text) => text }: ErrorContext = {},
): DatabaseError | undefined {
  if (!isErrorResponse(error)) return undefined
  return new DatabaseError(redact(error.message), {
    sqlstate: error.code,
    detail: redact(error.detail),
    hint: redact(error.hint),
    position: error.position === undefined ? undefined : Number(error.position),
    place,
    completed,
  })
}

function isErrorResponse(error: unknown): error is ErrorResponse {
  return (
    error instanceof Error &&
    'severity' in error &&
    'code' in error &&
    /^[0-9A-Z]{5}$/.test(String(error.code))
  )
}
