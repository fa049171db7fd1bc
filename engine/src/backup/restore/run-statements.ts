import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database } from '../../postgres/database.ts'
import { type DatabaseError, isDatabaseError } from '../../postgres/database-error.ts'
import type { SchemaStatement } from '../schema/statement.ts'

/**
 * For the one message they are sent with, which is one transaction (manual 55.2.2.1): behind a pooler the next client
 * on the same session must not find them. Names are written in full; bodies may speak of what comes later.
 */
const settings: readonly string[] = [
  'SET LOCAL check_function_bodies = off',
  'SET LOCAL client_min_messages = warning',
  'SET LOCAL statement_timeout = 0',
]

/** Runs statements in one transaction; on an embedded database, which has room for few locks, in several. */
export async function runTogether(statements: readonly SchemaStatement[], database: Database): Promise<void> {
  const size = database.profile.otherSessions ? statements.length : embeddedBatch
  for (let i = 0; i < statements.length; i += size) await runMessage(statements.slice(i, i + size), database)
}

const embeddedBatch = 50

export async function runAlone(statement: SchemaStatement, database: Database): Promise<void> {
  await runMessage([statement], database)
}

/** Without statistics the first queries after a restore would be planned blindly. */
export async function analyze(table: string, database: Database): Promise<void> {
  await database.query([...settings, `ANALYZE ${table}`].join(';\n'))
}

/** Owners and rights, one by one: roles are not the database's own, and who restores may not be allowed to. */
export async function runPrivileges(
  statements: readonly SchemaStatement[],
  database: Database,
): Promise<SchemaStatement[]> {
  const failed: SchemaStatement[] = []
  for (const statement of statements) {
    await database.query(statement.sql).catch((error: unknown) => {
      if (!isDatabaseError(error) || !/^(42704|42501|0LP01)$/.test(error.sqlstate)) throw error
      failed.push(statement)
    })
  }
  return failed
}

async function runMessage(statements: readonly SchemaStatement[], database: Database): Promise<void> {
  const texts = [...settings, ...statements.map(({ sql }) => sql)]
  await database.query(texts.join(';\n')).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error
    throw refused(statements[(error.completed ?? 0) - settings.length], error)
  })
}

function refused(statement: SchemaStatement | undefined, error: DatabaseError): unknown {
  if (!statement) return error
  const facts = {
    target: statement.target,
    sqlstate: error.sqlstate,
    problem: error.message,
    reason: error.detail,
  }
  return new TrueupError('RESTORE-STATEMENT', facts, { cause: error })
}
