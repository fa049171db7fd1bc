import { createHash } from 'node:crypto'
import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { PgDialect, type PgPreparedQuery } from 'drizzle-orm/pg-core'
import type { AvatarbankDatabase } from '../db.ts'
import { sqlStateOf, withoutParameters } from './database-error.ts'

/** Runs a statement as a transaction of its own: never within one, which a plan that has gone would break. */
export type Statement<Input, Row> = (db: AvatarbankDatabase, input: Input) => Promise<readonly Row[]>

/** Stand in the statement for what each call brings. */
export type Places<Input> = { readonly [Name in keyof Input]: Placeholder }

/**
 * A statement for what is done many times a second: rendered once, then parsed and planned once by each connection
 * (manual, PREPARE), which is most of the server's work on a short one. Its rows are as the driver reads them, as
 * those of `rowsOf`.
 *
 * Its name comes from its text, so that whoever shares a connection behind a pooler means the same by it. A pooler
 * that knows no names makes it go without, and a column whose type was changed makes it be prepared again.
 */
export function statement<Input extends object, Row>(
  write: (input: Places<Input>) => SQL,
): Statement<Input, Row> {
  const query = new PgDialect().sqlToQuery(write(placesOf<Input>()))
  const name = createHash('sha256').update(query.sql).digest('base64url').slice(0, 22)
  const known = new WeakMap<Session, Prepared<Row>>()

  const prepare = (session: Session, version: Version): Prepared<Row> => {
    const called = version === 'unnamed' ? undefined : `${name}_${version}`
    const prepared = session.prepareQuery<Answer<Row>>(query, undefined, called, false)
    known.set(session, { version, prepared })
    return { version, prepared }
  }
  const run = async (db: AvatarbankDatabase, input: Input, attempt = 1): Promise<readonly Row[]> => {
    const { session } = db._
    const used = known.get(session) ?? prepare(session, 1)
    try {
      const { rows } = await used.prepared.execute(input as Record<string, unknown>)
      return rows
    } catch (failure) {
      const error = withoutParameters(failure)
      const next = versionAfter(used.version, sqlStateOf(error))
      if (next === undefined || attempt === mostAttempts) throw error
      // another call may have found out before
      if (known.get(session)?.prepared === used.prepared) prepare(session, next)
      return run(db, input, attempt + 1)
    }
  }
  return (db, input) => run(db, input)
}

type Session = AvatarbankDatabase['_']['session']
type Answer<Row> = { execute: { readonly rows: readonly Row[] }; all: unknown; values: unknown }
type Version = number | 'unnamed'

interface Prepared<Row> {
  readonly version: Version
  readonly prepared: PgPreparedQuery<Answer<Row>>
}

const mostAttempts = 3

function placesOf<Input extends object>(): Places<Input> {
  return new Proxy({} as Places<Input>, { get: (_, name) => sql.placeholder(String(name)) })
}

/** What to try next, where the server has refused the name and not the statement; nothing has been done then. */
function versionAfter(version: Version, sqlState: string | undefined): Version | undefined {
  if (version === 'unnamed') return undefined
  switch (sqlState) {
    case '26000': // invalid_sql_statement_name: this session of the server has not met it
    case '42P05': // duplicate_prepared_statement: it has, through another client
      return 'unnamed'
    case '0A000': // feature_not_supported: "cached plan must not change result type"
      return version + 1
    default:
      return undefined
  }
}
