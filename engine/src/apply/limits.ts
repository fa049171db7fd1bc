/** What a person may set for a run; milliseconds. */
export interface RunLimits {
  /** How long to try for the locks of one step, all tries and pauses together. */
  readonly lockWaitMs: number
  /** How long one try may make others queue behind it; tries begin shorter and grow to this. */
  readonly lockTimeoutMs: number
  /** How long one statement may hold a lock that others queue behind, instead of what its step says; 0: no limit. */
  readonly statementTimeoutMs?: number | undefined
  /** Ends sessions that have been in the way for this long; absent: nobody's session is ever ended. */
  readonly terminateBlockersAfterMs?: number | undefined
  /** A backfill pauses while a replica is further behind than this. */
  readonly maxLagMs: number
  /** The same in bytes of log: a replica that stands still reports no lag in time. */
  readonly maxLagBytes: number
  /** A backfill pauses while more other sessions are active than this; absent: no limit. */
  readonly maxLoad?: number | undefined
  /** How long one transaction of a backfill should hold its rows. */
  readonly batchMs: number
  /** How many sessions fill a large table together. */
  readonly connections: number
}

export const runLimits: RunLimits = {
  lockWaitMs: 300_000,
  lockTimeoutMs: 2_000,
  maxLagMs: 10_000,
  maxLagBytes: 256 * 1024 * 1024,
  batchMs: 40,
  connections: 2,
}

/**
 * The first tries for a lock that readers or writers queue behind; the next few may take twice as long, and so on.
 * People hardly feel a twentieth of a second, and a second try is made when those in the way have gone.
 */
export const firstLockTimeoutMs = 50
export const triesOfOneTimeout = 3

/** Rows of a batch are waited for less than `deadlock_timeout` (1 s), so in a deadlock it is never the other who loses. */
export const rowLockTimeoutMs = 200

/** Past this the server ends a transaction whose client fell silent with locks in its hand. */
export const idleTransactionMs = 60_000

/** Pauses between tries; a try comes early when those in the way have gone. */
export const pauses = { firstMs: 500, maxMs: 10_000, lookMs: 100 } as const

/** SQLSTATEs of failures that go by: lock_not_available, deadlock_detected, serialization_failure. */
export const passing: ReadonlySet<string> = new Set(['55P03', '40P01', '40001'])
