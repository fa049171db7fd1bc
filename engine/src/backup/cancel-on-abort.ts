import type { Database } from '../postgres/database.ts'

/** While the work goes on, an abort of the signal cancels what the sessions are doing: their statements then fail. */
export async function cancelOnAbort<Result>(
  signal: AbortSignal | undefined,
  sessions: readonly Database[],
  work: () => Promise<Result>,
): Promise<Result> {
  const cancel = () => {
    for (const session of sessions) void session.cancel().catch(() => {})
  }
  signal?.throwIfAborted()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await work()
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}
