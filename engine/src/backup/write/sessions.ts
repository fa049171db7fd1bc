import type { Database } from '../../postgres/database.ts'
import { cancelOnAbort } from '../cancel-on-abort.ts'
import type { BackupOrder } from './make-backup.ts'
import { joinSnapshot, type Snapshot } from './snapshot.ts'

/** The first session with as many more as there is work for; one that cannot join is done without. */
export async function withSessions<Result>(
  first: Database,
  snapshot: Snapshot,
  {
    connect,
    connections,
    parts,
    signal,
  }: Pick<BackupOrder, 'connect' | 'connections' | 'signal'> & { parts: number },
  work: (sessions: readonly Database[]) => Promise<Result>,
): Promise<Result> {
  const more = snapshot.exported === null ? 0 : Math.max(0, Math.min(connections, parts) - 1)
  const opened = await Promise.all(Array.from({ length: more }, () => connect().catch(() => undefined)))
  const others = opened.filter((session) => session !== undefined)
  try {
    const joined = await Promise.all(others.map((session) => joinSnapshot(session, snapshot)))
    const sessions = [first, ...others.filter((_, i) => joined[i])]
    return await cancelOnAbort(signal, others, () => work(sessions))
  } finally {
    await Promise.all(others.map((session) => session.close()))
  }
}
