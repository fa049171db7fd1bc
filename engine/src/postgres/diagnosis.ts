import { isTrueupError, type TrueupError } from '../errors/trueup-error.ts'
import { isDatabaseError } from './database-error.ts'
import { readDatabaseError } from './read-database-error.ts'
import { explainRefusal } from './statement-diagnosis.ts'

/**
 * Any failure of the world as a TrueupError with cause and next step; undefined for our own mistakes, which the
 * caller throws on. Failures to connect are explained where they happen and pass through.
 */
export function diagnose(error: unknown): TrueupError | undefined {
  if (isTrueupError(error)) return error
  if (isDatabaseError(error)) return explainRefusal(error)
  const refusal = readDatabaseError(error)
  if (refusal) return explainRefusal(refusal)
  // a query builder wraps what the driver threw
  return error instanceof Error ? diagnose(error.cause) : undefined
}
