/** Advisory locks are per database, so one key serves all: `trueup` in ASCII, as a number below 2^63. */
export const runLockKey = '128034944677232'

/** How pg_locks shows a key of one number: its halves, and 1 (manual 54.12). */
const [high, low] = [BigInt(runLockKey) >> 32n, BigInt(runLockKey) & 0xffffffffn]

/** SQL condition on pg_locks: this row is the run lock of this database, granted. */
export const isRunLock = `locktype = 'advisory' AND classid = ${high} AND objid = ${low} AND objsubid = 1
  AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/** SQLSTATEs of our own: class TU is nobody's. */
export const runLockStates = {
  /** Another run holds the run lock. */
  busy: 'TU003',
  /** The run lock that this transaction relies on is not held any more. */
  lost: 'TU002',
} as const
