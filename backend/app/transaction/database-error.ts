import { DrizzleQueryError } from 'drizzle-orm'

/** What PostgreSQL said, out of whatever the driver and Drizzle have wrapped around it. */
interface DatabaseError {
  readonly code: string
  readonly constraint?: string | undefined
}

/** The SQLSTATE, where the failure has one. */
export function sqlStateOf(error: unknown): string | undefined {
  return databaseErrorIn(error)?.code
}

/** The name of the unique constraint or index that a row would break. */
export function brokenUniqueness(error: unknown): string | undefined {
  const found = databaseErrorIn(error)
  return found?.code === '23505' ? found.constraint : undefined
}

/**
 * The driver's error in place of Drizzle's, whose message has the parameters of the statement: prompts, addresses and
 * hashes of passwords are for no log.
 */
export function withoutParameters(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error('the statement failed')) : error
}

function databaseErrorIn(error: unknown): DatabaseError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as Error & Partial<DatabaseError>
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return { code, constraint }
  }
  return undefined
}
