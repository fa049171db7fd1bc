import type { Database } from '../../postgres/database.ts'
import { cancelOnAbort } from '../cancel-on-abort.ts'

export interface LoadingOrder {
  readonly connect: () => Promise<Database>
  readonly connections: number
  readonly signal?: AbortSignal | undefined
}

/** The first session with as many more as were asked for and can be had. */
export async function withLoadingSessions<Result>(
  first: Database,
  { connect, connections, signal }: LoadingOrder,
  work: (sessions: readonly Database[]) => Promise<Result>,
): Promise<Result> {
  const more = first.profile.otherSessions ? connections - 1 : 0
  const opened = await Promise.all(Array.from({ length: more }, () => connect().catch(() => undefined)))
  const others = opened.filter((session) => session !== undefined)
  try {
    return await cancelOnAbort(signal, others, () => work([first, ...others]))
  } finally {
    await Promise.all(others.map((session) => session.close()))
  }
}
