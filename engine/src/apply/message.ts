import { pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Database } from '../postgres/database.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { idleTransactionMs } from './limits.ts'
import { fence, other, type Statement, staleState } from './statements.ts'
import { neutralSettings } from './transaction-start.ts'

/** How every transaction of a run begins: the proof that the run is still ours, then settings that mean the same everywhere. */
export function begin(fencing: readonly string[], { serverVersion }: Database): Statement[] {
  return [
    fence('BEGIN'),
    ...fencing.map(fence),
    ...neutralSettings.map(other),
    other(`SET LOCAL idle_in_transaction_session_timeout = ${idleTransactionMs}`),
    // a role's own limit would end a VALIDATE in the middle
    ...(serverVersion >= 170000 ? [other('SET LOCAL transaction_timeout = 0')] : []),
  ]
}

/** Raises when anything in the catalogs is not as it was left. Reads catalogs alone: it waits for nobody. */
export function guard(fingerprint: string, { serverVersion }: Database): string {
  return `DO $guard$ BEGIN
    IF (${fingerprintQuery(serverVersion)}) IS DISTINCT FROM '${fingerprint}' THEN
      RAISE EXCEPTION 'the database has changed' USING ERRCODE = '${staleState}';
    END IF; END $guard$`
}

/**
 * An autovacuum gives way to whoever has waited for `deadlock_timeout`; in this mode nobody queues behind the waiting.
 * A strong lock asked for at once would stop readers and writers for that long.
 */
export function weakLocks(tables: readonly ObjectId[]): string[] {
  if (tables.length === 0) return []
  return [
    'SET LOCAL lock_timeout = 5000',
    ...tables.map((table) => `LOCK TABLE ${pathOf(table)} IN SHARE UPDATE EXCLUSIVE MODE`),
  ]
}
