import type { ResultTable } from '../../postgres/database.ts'
import type { PauseReason } from '../events.ts'
import type { RunLimits } from '../limits.ts'

/** What the answers after a batch say about going on. */
export interface Brakes {
  /** Why to wait; undefined: go on. */
  readonly reason: PauseReason | undefined
  /** 1: as fast as it can; 0.5: half of the time is spent waiting. */
  readonly speed: number
}

/**
 * Replicas first: their lag in time, and in bytes of log because a replica that stands still reports no lag in time.
 * Roles without pg_monitor see neither of other users' sessions; for them these brakes are off.
 * @param ours process ids of sessions that are no load, because they fill with us
 */
export const brakesQuery = (ours: readonly number[]) => `SELECT
  (SELECT max(extract(epoch FROM r.replay_lag)) * 1000 FROM pg_stat_replication r WHERE r.state IN ('streaming', 'catchup')),
  (SELECT max(pg_wal_lsn_diff(pg_current_wal_lsn(), r.replay_lsn)) FROM pg_stat_replication r
    WHERE r.state IN ('streaming', 'catchup') AND r.replay_lsn > '0/0'),
  (SELECT count(*) FROM pg_stat_activity a
    WHERE a.state = 'active' AND a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()
      AND a.pid <> ALL ('{${ours.join()}}'))`

/** @param answers that of the query above, and the row of the journal's control, where there is one */
export function readBrakes([brakes, control]: readonly ResultTable[], limits: RunLimits): Brakes {
  const [lagMs, lagBytes, activeSessions] = (brakes?.rows[0] ?? []).map(Number)
  const [wish, percent] = control?.rows[0] ?? []
  const speed = Math.min(1, Math.max(0.01, Number(percent ?? 100) / 100))
  return { reason: reasonToWait(wish, lagMs ?? 0, lagBytes ?? 0, activeSessions ?? 0, limits), speed }
}

function reasonToWait(
  wish: string | null | undefined,
  lagMs: number,
  lagBytes: number,
  activeSessions: number,
  { maxLagMs, maxLagBytes, maxLoad }: RunLimits,
): PauseReason | undefined {
  if (wish === 'pause') return { kind: 'asked' }
  if (lagMs > maxLagMs || lagBytes > maxLagBytes)
    return { kind: 'replication-lag', lagMs: Math.round(lagMs), lagBytes }
  if (maxLoad !== undefined && activeSessions > maxLoad)
    return { kind: 'load', activeSessions, limit: maxLoad }
  return undefined
}
