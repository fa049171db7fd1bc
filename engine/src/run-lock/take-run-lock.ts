import type { Database } from '../postgres/database.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { keepAlive } from './heartbeat.ts'
import { type LeaseWish, leaseFence, marked, releaseLease, tryLease } from './lease.ts'
import { releaseSessionLock, sessionFence, trySessionLock } from './session-lock.ts'
import { sharesSessions } from './shared-sessions.ts'
import { tryUntil, type Waiting } from './wait.ts'

/** The run lock, held over several transactions. */
export interface RunLock {
  readonly kind: 'session' | 'lease'
  /** Statement for the beginning of each transaction of the run: raises TU002 (runLockStates.lost) without the lock. */
  readonly fence: string
  /** The same for another session of the run; undefined where nobody can say which process holds the lock. */
  readonly fenceBeside: string | undefined
  /** Aborted when the lock is known to be lost: the run must stop where it is. */
  readonly lost: AbortSignal
  /** A statement that runs outside of transactions, as it must be sent. */
  mark(sql: string): string
  /** May be called after the connection was lost. */
  release(): Promise<void>
}

export interface RunLockPort {
  /** The session that the run will use. */
  readonly database: Database
  /** Another session on the same address. */
  connect(): Promise<Database>
}

/**
 * Takes the run lock for a run of several transactions: a lock of the session where the session is the client's own,
 * a lease with a heartbeat where a pooler shares it (known from its name, or found out by trying).
 * @throws RUN-LOCK-BUSY when somebody else held it for all of `waitMs`
 */
export async function takeRunLock(port: RunLockPort, wish: LeaseWish, waiting: Waiting): Promise<RunLock> {
  const { database } = port
  if (!database.profile.sessionLocks) return takeLease(port, wish, waiting)
  let isShared = false
  let processId = processIdOf(database)
  const attempt = async (): Promise<boolean> => {
    const answer = await trySessionLock(database, processId)
    if (answer !== 'foreign-process') return answer === 'held'
    isShared = await withDatabase(port.connect, (other) => sharesSessions(database, other))
    processId = undefined
    return isShared || attempt()
  }
  await tryUntil(attempt, database, waiting)
  return isShared ? takeLease(port, wish, waiting) : sessionLock(database, processId)
}

function processIdOf(database: Database): number | undefined {
  return 'processId' in database ? (database.processId as number) : undefined
}

/** @param processId undefined where something in between answers with a number of its own */
function sessionLock(database: Database, processId: number | undefined): RunLock {
  return {
    kind: 'session',
    fence: sessionFence('pg_backend_pid()'),
    fenceBeside: processId === undefined ? undefined : sessionFence(String(processId)),
    lost: new AbortController().signal,
    mark: (sql) => sql,
    // a session that is gone has taken its lock along
    release: () => releaseSessionLock(database).catch(() => {}),
  }
}

async function takeLease(port: RunLockPort, wish: LeaseWish, waiting: Waiting): Promise<RunLock> {
  await tryUntil(() => tryLease(port.database, wish), port.database, waiting)
  const heart = keepAlive(port.connect, wish)
  return {
    kind: 'lease',
    fence: leaseFence(wish.token),
    fenceBeside: leaseFence(wish.token),
    lost: heart.lost,
    mark: (sql) => marked(sql, wish.token),
    async release() {
      await heart.stop()
      // what cannot be given back ends by itself
      await releaseLease(port.database, wish.token).catch(() => {})
    },
  }
}
