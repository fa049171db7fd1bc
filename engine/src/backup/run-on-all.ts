import type { Database } from '../postgres/database.ts'

/** The same work on all sessions at once; the first failure stops the others and is the one that is thrown. */
export async function runOnAll(
  sessions: readonly Database[],
  work: (session: Database, stopped: () => boolean) => Promise<void>,
): Promise<void> {
  let failure: { readonly error: unknown } | undefined
  const stop = (error: unknown) => {
    if (failure) return
    failure = { error }
    for (const session of sessions) void session.cancel().catch(() => {})
  }
  await Promise.all(sessions.map((session) => work(session, () => failure !== undefined).catch(stop)))
  if (failure) throw failure.error
}
