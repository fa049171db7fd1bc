import type { Database } from '../postgres/database.ts'

/**
 * Finds out whether the sessions of this connection are shared behind a pooler's back, by trying: as long as one
 * client's transaction is open, a pooler by transaction gives its server process to nobody else; before and after, it
 * does. Poolers reuse the process that was free last or walk through all of them, and both show.
 * @param other a second connection to the same address
 */
export async function sharesSessions(database: Database, other: Database): Promise<boolean> {
  for (let turn = 0; turn < turns; turn++) {
    const before = await processOf(database)
    await other.query('BEGIN')
    try {
      const others = await processOf(other)
      const after = await processOf(database)
      if (others === before || after !== before) return true
    } finally {
      await other.query('ROLLBACK')
    }
  }
  return false
}

const turns = 2

async function processOf(database: Database): Promise<string> {
  const [table] = await database.query('SELECT pg_backend_pid()')
  return table?.rows[0]?.[0] ?? ''
}
