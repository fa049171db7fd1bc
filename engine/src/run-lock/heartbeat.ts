import { setTimeout } from 'node:timers/promises'
import type { Database } from '../postgres/database.ts'
import { type LeaseWish, renewLease } from './lease.ts'

export interface Heartbeat {
  /** Aborted when the lease has gone to somebody else, or could not be renewed before its end. */
  readonly lost: AbortSignal
  stop(): Promise<void>
}

/** Renews a lease three times in its life, on a connection of its own, which is made again when it breaks. */
export function keepAlive(connect: () => Promise<Database>, wish: LeaseWish): Heartbeat {
  const lost = new AbortController()
  const stopped = new AbortController()
  const done = beat(connect, wish, lost, stopped.signal)
  return {
    lost: lost.signal,
    async stop() {
      stopped.abort()
      await done
    },
  }
}

async function beat(
  connect: () => Promise<Database>,
  { token, ttlMs }: LeaseWish,
  lost: AbortController,
  stopped: AbortSignal,
): Promise<void> {
  let database: Database | undefined
  let renewed = performance.now()
  while (!lost.signal.aborted) {
    const isStopped = await setTimeout(ttlMs / 3, false, { signal: stopped, ref: false }).catch(() => true)
    if (isStopped) break
    try {
      database ??= await connect()
      if (await renewLease(database, token, ttlMs)) renewed = performance.now()
      else lost.abort()
    } catch {
      await database?.close().catch(() => {})
      database = undefined
      if (performance.now() - renewed > ttlMs) lost.abort()
    }
  }
  await database?.close().catch(() => {})
}
