import type { Database } from '../postgres/database.ts'
import type { LockHolder } from './holder.ts'
import { noLease } from './transaction-lock.ts'
import { findHolder } from './wait.ts'

export type Unlocking =
  | { readonly kind: 'free' }
  /** Somebody is at work, or may be: nothing was done. */
  | { readonly kind: 'alive'; readonly holder: LockHolder; readonly reason: AliveReason }
  | { readonly kind: 'ended'; readonly holder: LockHolder }

/** Why the owner counts as alive: it works now, was heard of shortly ago, may not be looked at, or may not be ended. */
export type AliveReason = 'working' | 'heard-of' | 'invisible' | 'may-not-end'

/**
 * Ends a lock whose owner is proved gone: a session in which nothing has happened for as long as a living run never
 * pauses, a lease that has run out with no statement of its owner left on the server. Everybody else keeps it.
 */
export async function unlock(database: Database, quietSeconds = quietSecondsMin): Promise<Unlocking> {
  const holder = await findHolder(database)
  if (!holder) return { kind: 'free' }
  return holder.kind === 'session'
    ? unlockSession(holder, database, quietSeconds)
    : unlockLease(holder, database)
}

/** A run says something every few seconds while it waits or pauses; after that long nobody is behind it. */
const quietSecondsMin = 120

async function unlockSession(
  holder: Extract<LockHolder, { kind: 'session' }>,
  database: Database,
  quietSeconds: number,
): Promise<Unlocking> {
  if (holder.state === null) return { kind: 'alive', holder, reason: 'invisible' }
  if (holder.state !== 'idle' && holder.state !== 'idle in transaction')
    return { kind: 'alive', holder, reason: 'working' }
  if ((holder.quietSeconds ?? 0) < quietSeconds) return { kind: 'alive', holder, reason: 'heard-of' }
  const [ended] = await database
    .query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ${holder.pid} AND state LIKE 'idle%'
       AND state_change < clock_timestamp() - interval '${quietSeconds} seconds'`,
    )
    .catch(() => [])
  return ended?.rows[0]?.[0] === 't'
    ? { kind: 'ended', holder }
    : { kind: 'alive', holder, reason: 'may-not-end' }
}

async function unlockLease(
  holder: Extract<LockHolder, { kind: 'lease' }>,
  database: Database,
): Promise<Unlocking> {
  if (!holder.isOver) return { kind: 'alive', holder, reason: 'heard-of' }
  const [ended] = await database.query(`UPDATE trueup.journal
    SET ${noLease}
    WHERE lease_number = ${holder.number} AND ctid IN (SELECT ctid FROM trueup.journal
      WHERE lease_expires < clock_timestamp() FOR UPDATE SKIP LOCKED)
    AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE '/* trueup ' || lease_token || ' */%'
      AND state = 'active' AND datname = current_database()) RETURNING 1`)
  return ended?.rows.length === 1 ? { kind: 'ended', holder } : { kind: 'alive', holder, reason: 'working' }
}
