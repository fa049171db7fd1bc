import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ServerAccess } from './server-access.ts'

/** Until a statement with exactly this text runs on the server. */
export async function runningStatement(server: ServerAccess, sql: string): Promise<void> {
  const watcher = new pg.Client({ connectionString: server.superuserUrl })
  await watcher.connect()
  const question = `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = $1`
  while ((await watcher.query(question, [sql])).rowCount === 0) await sleep(20)
  await watcher.end()
}
