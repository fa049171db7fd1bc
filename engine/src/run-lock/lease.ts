import type { Database } from '../postgres/database.ts'
import { doBlock } from '../sql/do-block.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { runLockStates } from './key.ts'
import { noLease, runWhenFree } from './transaction-lock.ts'

/**
 * The run lock where sessions are shared: a row with an owner, an end by the server's clock, and a token that every
 * transaction of the run must show. While such a transaction is open the row is locked FOR KEY SHARE: heartbeats pass,
 * a takeover does not, however long the transaction takes.
 */
export interface LeaseWish {
  /** The run's token; the fencing token of the lease as well. */
  readonly token: string
  /** The statement that makes sure of the journal (journal/ensure-journal.ts): the lease lives in it. */
  readonly ensureJournal: string
  readonly osUser: string
  readonly osHost: string
  readonly ttlMs: number
}

/** One try: true when the lease is ours. Needs the right to write the journal. */
export async function tryLease(database: Database, wish: LeaseWish): Promise<boolean> {
  return runWhenFree(takeLease(wish), database)
}

function takeLease({ token, ensureJournal, osUser, osHost, ttlMs }: LeaseWish): readonly string[] {
  return [
    ensureJournal,
    `UPDATE trueup.journal SET lease_token = '${token}', lease_number = lease_number + 1,
      lease_expires = clock_timestamp() + ${inMs(ttlMs)}, lease_since = clock_timestamp(), lease_role = current_user,
      lease_os_user = left(${quoteLiteral(osUser)}, 64), lease_os_host = left(${quoteLiteral(osHost)}, 255)`,
  ]
}

/** For the beginning of a transaction: raises TU002 unless the lease is still this run's. */
export function leaseFence(token: string): string {
  return doBlock(`
  PERFORM FROM trueup.journal WHERE lease_token = '${token}' FOR KEY SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the run lock is lost' USING ERRCODE = '${runLockStates.lost}'; END IF;`)
}

/** Moves the end away; false when the lease is no longer this run's. */
export async function renewLease(database: Database, token: string, ttlMs: number): Promise<boolean> {
  const [renewed] = await database.query(`UPDATE trueup.journal
    SET lease_expires = clock_timestamp() + ${inMs(ttlMs)} WHERE lease_token = '${token}' RETURNING 1`)
  return renewed?.rows.length === 1
}

export async function releaseLease(database: Database, token: string): Promise<void> {
  await database.query(`UPDATE trueup.journal SET ${noLease}
    WHERE lease_token = '${token}'`)
}

/**
 * A statement that runs outside of any transaction, marked as this run's: a takeover looks for such in
 * pg_stat_activity, because the server goes on with it when the tool is dead.
 */
export function marked(sql: string, token: string): string {
  return `/* trueup ${token} */ ${sql}`
}

function inMs(milliseconds: number): string {
  return `interval '${Math.round(milliseconds)} milliseconds'`
}
