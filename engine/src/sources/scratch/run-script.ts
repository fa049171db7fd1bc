import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database } from '../../postgres/database.ts'
import { type DatabaseError, isDatabaseError } from '../../postgres/database-error.ts'
import { makeRoles } from './make-roles.ts'

export interface SourceStatement {
  readonly sql: string
  /** Where it was written, for errors: `avatars` or `functions.sql:12`. */
  readonly origin: string
}

export interface RunScriptOptions {
  /** Called before each statement. */
  readonly announce?: ((statement: SourceStatement) => Promise<void>) | undefined
  /** Statements that are left out where they fail. */
  readonly optional?: ReadonlySet<SourceStatement>
}

/**
 * Runs statements whose order is not known to work: one that misses an object waits until others have run,
 * as long as a round gets anything done (a folder of .sql files need not be numbered). Gives what was left out.
 */
export async function runScript(
  scratch: Database,
  statements: readonly SourceStatement[],
  { announce, optional = new Set() }: RunScriptOptions = {},
): Promise<SourceStatement[]> {
  const leftOut: SourceStatement[] = []
  let waiting = statements
  while (waiting.length > 0) {
    const postponed: (readonly [SourceStatement, DatabaseError])[] = []
    for (const statement of waiting) {
      try {
        await announce?.(statement)
        await runWithRoles(statement.sql, scratch)
      } catch (error) {
        if (!isDatabaseError(error)) throw error
        if (missesSomething(error)) postponed.push([statement, error])
        else if (optional.has(statement)) leftOut.push(statement)
        else throw refused(statement, error)
      }
    }
    if (postponed.length === waiting.length) {
      const failed = postponed.find(([statement]) => !optional.has(statement))
      if (failed) throw refused(...failed)
      return [...leftOut, ...waiting]
    }
    waiting = postponed.map(([statement]) => statement)
  }
  return leftOut
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
