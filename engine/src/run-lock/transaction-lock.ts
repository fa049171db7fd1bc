import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { doBlock } from '../sql/do-block.ts'
import { runLockKey, runLockStates } from './key.ts'

/** Assignments that leave the lease to nobody. */
export const noLease = 'lease_token = NULL, lease_expires = NULL'

/**
 * Takes the run lock until the end of the transaction, or raises TU003 at once. It never waits inside the server: a
 * waiting statement holds a snapshot, and a concurrent index build of the run that holds the lock would wait for that
 * snapshot in turn. A living lease counts as the lock. One that has run out lives on while its owner is inside a
 * transaction (its row is locked) or the server still works on a statement of its owner; else it ends here.
 */
export const takeTransactionLock = doBlock(`
  IF NOT pg_try_advisory_xact_lock(${runLockKey}) THEN ${raiseBusy()} END IF;
  IF to_regclass('trueup.journal') IS NULL OR NOT has_schema_privilege('trueup', 'USAGE')
    OR NOT (has_table_privilege('trueup.journal', 'SELECT')
    AND has_table_privilege('trueup.journal', 'UPDATE')) THEN RETURN; END IF;
  IF EXISTS (SELECT FROM trueup.journal WHERE lease_token IS NOT NULL) THEN
    PERFORM FROM trueup.journal WHERE lease_expires < clock_timestamp() FOR UPDATE SKIP LOCKED;
    IF NOT FOUND OR EXISTS (SELECT FROM trueup.journal, pg_stat_activity
      WHERE query LIKE '/* trueup ' || lease_token || ' */%' AND state = 'active' AND datname = current_database())
    THEN ${raiseBusy()} END IF;
    UPDATE trueup.journal SET ${noLease};
  END IF;`)

export function raiseBusy(): string {
  return `RAISE EXCEPTION 'another run holds the run lock' USING ERRCODE = '${runLockStates.busy}';`
}

/** One try at a transaction that begins with taking the run lock; false where another run holds that. */
export async function runWhenFree(statements: readonly string[], database: Database): Promise<boolean> {
  try {
    await database.query(['BEGIN', takeTransactionLock, ...statements, 'COMMIT'].join(';\n'))
    return true
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    if (error.sqlstate === runLockStates.busy) return false
    throw error
  }
}
