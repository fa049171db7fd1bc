import { pathOf } from '../catalog/identify.ts'
import type { Step } from '../plan/plan.ts'
import type { Database, ResultTable } from '../postgres/database.ts'
import { quoteLiteral } from '../sql/quote.ts'
import type { Blocker } from './blocker.ts'
import { conflictsWith } from './lock-conflicts.ts'
import { redactQuery } from './redact-query.ts'

/** Who holds what a step wants: locks that conflict with its own, on its tables and their partitions. */
export function holdersOf({ lock }: Step, database: Database): Promise<Blocker[]> {
  const holds = `l.granted AND ${onTables(lock.relations)} AND l.mode IN (${list(conflictsWith(lock.mode))})`
  return readBlockers(
    `a.pid IN (SELECT l.pid FROM pg_locks l WHERE ${holds})`,
    `EXISTS (SELECT FROM pg_locks l WHERE ${ofPrepared('l')} AND ${holds})`,
    database,
  )
}

/** Who a session waits for at this moment; prepared transactions have no process and are named all. */
export function blockersOf(processId: number, observer: Database): Promise<Blocker[]> {
  const waited = `ANY (pg_blocking_pids(${processId}))`
  return readBlockers(`a.pid = ${waited}`, `0 = ${waited}`, observer)
}

/**
 * Transactions that a statement outside of any will wait for: those that have written or hold a snapshot, and those
 * that use its tables (manual: CREATE INDEX, "Building Indexes Concurrently").
 */
export function oldTransactions({ lock }: Step, olderThanMs: number, database: Database): Promise<Blocker[]> {
  const uses = `a.pid IN (SELECT l.pid FROM pg_locks l WHERE l.granted AND ${onTables(lock.relations)})`
  const old = `clock_timestamp() - interval '${olderThanMs} ms'`
  return readBlockers(
    `a.datname = current_database() AND a.xact_start < ${old} AND a.backend_type = 'client backend'
      AND (a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL OR ${uses})`,
    `p.prepared < ${old}`,
    database,
  )
}

/** Ends a session if it is still the one that was seen; says whether it could. */
export async function endSession({ pid, since }: Blocker, database: Database): Promise<boolean> {
  if (pid === undefined) return false
  const same = `a.pid = ${pid} AND coalesce(a.xact_start, a.backend_start)::text = ${quoteLiteral(since)}`
  const asked = await database
    .query(`SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE ${same}`)
    .catch(() => [])
  return asked[0]?.rows[0]?.[0] === 't'
}

/** SQL condition on `l` of pg_locks. */
function onTables(relations: readonly string[]): string {
  const names = relations.map((id) => `to_regclass(${quoteLiteral(pathOf(id))})`)
  return `l.locktype = 'relation' AND l.relation IN (
    WITH RECURSIVE tables (oid) AS (
      SELECT unnest(ARRAY[${names.join(', ')}]::oid[])
      UNION SELECT i.inhrelid FROM pg_inherits i JOIN tables ON i.inhparent = tables.oid)
    SELECT oid FROM tables)
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())`
}

function list(modes: readonly string[]): string {
  return modes.length > 0 ? modes.map(quoteLiteral).join(', ') : 'NULL'
}

/** A prepared transaction has no process; the lock on its own number tells which of the others are its own. */
function ofPrepared(lock: string): string {
  return `${lock}.pid IS NULL AND ${lock}.virtualtransaction = (SELECT x.virtualtransaction FROM pg_locks x
    WHERE x.locktype = 'transactionid' AND x.transactionid = p.transaction AND x.granted)`
}

/** @param session condition on `a` of pg_stat_activity; @param prepared on `p` of pg_prepared_xacts */
async function readBlockers(session: string, prepared: string, database: Database): Promise<Blocker[]> {
  const held = (who: string) => `(SELECT json_agg(DISTINCT h.mode || ' on ' || h.relation::regclass)
    FROM pg_locks h WHERE ${who} AND h.granted AND h.locktype = 'relation' AND h.relation >= 16384
      AND h.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))`
  const [found] = await database.query(`
    SELECT a.pid, a.usename, a.application_name, a.backend_type, a.state, a.query,
      extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.backend_start)) * 1000,
      coalesce(a.xact_start, a.backend_start)::text, ${held('h.pid = a.pid')}
    FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid() AND ${session}
    UNION ALL
    SELECT NULL, p.owner, '', 'prepared transaction', 'prepared', p.gid,
      extract(epoch FROM clock_timestamp() - p.prepared) * 1000, p.prepared::text,
      ${held(ofPrepared('h'))}
    FROM pg_prepared_xacts p WHERE p.database = current_database() AND ${prepared}
    ORDER BY 7 DESC NULLS LAST`)
  return (found?.rows ?? []).map(blockerOf)
}

function blockerOf([pid, user, application, type, state, query, age, since, holds]: Row): Blocker {
  const name = type === 'prepared transaction' ? (query ?? '') : redactQuery(query ?? '')
  return {
    ...(pid == null ? {} : { pid: Number(pid) }),
    user: user ?? '',
    application: application ?? '',
    type: type ?? '',
    state: state ?? '',
    query: name,
    ageMs: Math.round(Number(age ?? 0)),
    holds: JSON.parse(holds ?? '[]') as string[],
    since: since ?? '',
  }
}

type Row = ResultTable['rows'][number]
