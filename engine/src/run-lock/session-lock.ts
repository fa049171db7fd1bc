import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { doBlock } from '../sql/do-block.ts'
import { isRunLock, runLockKey, runLockStates } from './key.ts'
import { raiseBusy, takeTransactionLock } from './transaction-lock.ts'

/**
 * A dead client must not hold the lock for long: the server looks after it during statements (manual 20.3.2, where the
 * platform can) and between them.
 */
const watchClient = doBlock(`
  PERFORM set_config('tcp_keepalives_idle', '15', false), set_config('tcp_keepalives_interval', '5', false),
    set_config('tcp_keepalives_count', '3', false);
  BEGIN PERFORM set_config('client_connection_check_interval', '5s', false);
  EXCEPTION WHEN OTHERS THEN NULL; END;`)

export type SessionLockAnswer = 'held' | 'busy' | 'foreign-process'

/**
 * One try, one round trip.
 * @param processId that the login named; where another process answers, somebody stands in between, and nothing is
 * taken: a session lock might stay with a pooler. Undefined where it is known that sessions are not shared.
 */
export async function trySessionLock(
  database: Database,
  processId: number | undefined,
): Promise<SessionLockAnswer> {
  try {
    await database.query(takeSessionLock(processId))
    return 'held'
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    if (error.sqlstate === runLockStates.busy) return 'busy'
    if (error.sqlstate === foreignProcess) return 'foreign-process'
    throw error
  }
}

const foreignProcess = 'TU005'

/** Session level, taken under the transaction's, so that a lease and it exclude each other. */
function takeSessionLock(processId: number | undefined): string {
  const isOurs = processId === undefined ? 'true' : `pg_backend_pid() = ${processId}`
  return [
    'BEGIN',
    doBlock(`IF NOT (${isOurs}) THEN
      RAISE EXCEPTION 'another process answers' USING ERRCODE = '${foreignProcess}'; END IF;`),
    takeTransactionLock,
    doBlock(`IF NOT pg_try_advisory_lock(${runLockKey}) THEN ${raiseBusy()} END IF;`),
    watchClient,
    'COMMIT',
  ].join(';\n')
}

export async function releaseSessionLock(database: Database): Promise<void> {
  await database.query(`SELECT pg_advisory_unlock(${runLockKey})`)
}

/**
 * For the beginning of a transaction: raises TU002 unless this server process holds the run lock.
 * @param processId an SQL expression
 */
export const sessionFence = (processId: string) =>
  doBlock(`
  IF NOT EXISTS (SELECT FROM pg_locks WHERE ${isRunLock} AND pid = ${processId}) THEN
    RAISE EXCEPTION 'the run lock is lost' USING ERRCODE = '${runLockStates.lost}';
  END IF;`)
