import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database } from '../../postgres/database.ts'
import { type DatabaseError, isDatabaseError } from '../../postgres/database-error.ts'
import { makeRoles } from './make-roles.ts'

export interface SourceStatement {
  readonly sql: string
  /** Where it was written, for errors: `avatars` or `functions.sql:12`. */
  readonly origin: string
}

/**
 * Runs statements whose order is not known to work: one that misses an object waits until others have run,
 * as long as a round gets anything done (a folder of .sql files need not be numbered).
 */
export async function runScript(scratch: Database, statements: readonly SourceStatement[]): Promise<void> {
  let waiting = statements
  while (waiting.length > 0) {
    const postponed: (readonly [SourceStatement, DatabaseError])[] = []
    for (const statement of waiting) {
      try {
        await runWithRoles(statement.sql, scratch)
      } catch (error) {
        if (!isDatabaseError(error)) throw error
        if (!missesSomething(error)) throw refused(statement, error)
        postponed.push([statement, error])
      }
    }
    if (postponed.length === waiting.length) throw refused(...postponed[0]!)
    waiting = postponed.map(([statement]) => statement)
  }
}

/** Roles belong to the server that the script is for, so the scratch has those that it speaks of. */
async function runWithRoles(sql: string, scratch: Database): Promise<void> {
  let last: string | undefined
  for (;;) {
    try {
      await scratch.query(sql)
      return
    } catch (error) {
      const role = isDatabaseError(error)
        ? /^role "(.+)" does not exist$/.exec(error.message)?.[1]
        : undefined
      if (role === undefined || role === last) throw error
      await makeRoles([role], scratch)
      last = role
    }
  }
}

/** undefined_table, _column, _object, _function, invalid_schema_name, no cast, and an index whose key is not there yet. */
const missing: ReadonlySet<string> = new Set(['42P01', '42703', '42704', '42883', '3F000', '42846', '42830'])

function missesSomething(error: DatabaseError): boolean {
  return missing.has(error.sqlstate)
}

function refused({ sql, origin }: SourceStatement, error: DatabaseError): TrueupError {
  const parameters = {
    origin,
    problem: error.message,
    sqlstate: error.sqlstate,
    excerpt: excerpt(sql, error.position),
  }
  return new TrueupError('SOURCE-STATEMENT', parameters, { cause: error })
}

/** The line the server points at, with a caret; otherwise the first lines. */
function excerpt(sql: string, position: number | undefined): string {
  if (position === undefined) return sql.split('\n').slice(0, 4).join('\n')
  const start = sql.lastIndexOf('\n', position - 2) + 1
  const end = sql.indexOf('\n', position - 1)
  const line = sql.slice(start, end < 0 ? undefined : end)
  return `${line}\n${' '.repeat(position - 1 - start)}^`
}
