import { setTimeout as sleep } from 'node:timers/promises'

export interface Round {
  readonly clients: number
  readonly seconds: number
  /** Calls a second, latency counted from when each was due; without it, each client begins as soon as it is done. */
  readonly rate?: number
}

/** What a contestant reached; latencies in milliseconds. */
export interface Measured {
  readonly perSecond: number
  readonly mean: number
  readonly p50: number
  readonly p99: number
}

export function summarize(latencies: readonly number[], seconds: number): Measured {
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    perSecond: latencies.length / seconds,
    mean: latencies.reduce((sum, each) => sum + each, 0) / Math.max(1, latencies.length),
    p50: at(0.5),
    p99: at(0.99),
  }
}

/** So many clients in this process, at the rate of the round or without a pause. */
export async function runHere(
  work: () => Promise<unknown>,
  { clients, seconds, rate }: Round,
): Promise<Measured> {
  const latencies: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let ticket = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (;;) {
        const due = rate === undefined ? performance.now() : begin + (1_000 * ticket++) / rate
        if (due >= end) return
        const early = due - performance.now()
        if (early > 0) await sleep(early)
        await work()
        latencies.push(performance.now() - due)
      }
    }),
  )
  return summarize(latencies, seconds)
}
