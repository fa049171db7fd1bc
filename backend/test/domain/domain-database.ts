/** All that the domain's tests need of a database: one session on Avatarbank's tables. */
export interface DomainDatabase {
  /**
   * Runs one statement; its rows come by column name. Rejects with an error that has `code` (SQLSTATE) and
   * `constraint`, as `pg` and PGlite do.
   */
  query(sql: string): Promise<readonly Row[]>
  close(): Promise<void>
}

export type Row = Readonly<Record<string, unknown>>

/** Runs the work in a transaction that is taken back. */
export async function takenBack(database: DomainDatabase, work: () => Promise<void>): Promise<void> {
  await database.query('BEGIN')
  try {
    await work()
  } finally {
    await database.query('ROLLBACK')
  }
}

/** What the database answered: the place of a refusal, or `accepted`. Nothing of the statement remains. */
export async function answerTo(database: DomainDatabase, sql: string): Promise<string> {
  await database.query('SAVEPOINT before')
  try {
    await database.query(sql)
    // Constraints that wait for the end of the transaction answer now.
    await database.query('SET CONSTRAINTS ALL IMMEDIATE')
    return 'accepted'
  } catch (error) {
    const { code, constraint, column } = error as { code?: string; constraint?: string; column?: string }
    return [code, constraint ?? column].filter(Boolean).join(' ')
  } finally {
    await database.query('ROLLBACK TO before')
  }
}
