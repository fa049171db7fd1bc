import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import type { AvatarbankDatabase } from '../app/db.ts'
import { type Retry, retryChannel } from '../app/transaction/retry.ts'
import { type Random, randomOf, seedOf } from '../seed/random.ts'
import type { MarketOperation } from './market-operation.ts'
import { drawOperation, operations } from './mix.ts'
import type { Scene } from './scene.ts'
import { type Counter, openCounter, type Tally } from './tally.ts'

export interface MarketOptions {
  readonly clients: number
  /**
   * Operations a second, begun on time whether or not those before have ended: latency then counts from when an
   * operation was due. Without it, every client begins the next as soon as it has ended one.
   */
  readonly rate?: number | undefined
  readonly seed: number
  /** Only these; all of them in their proportions otherwise. */
  readonly draw?: (random: Random) => MarketOperation
}

export interface MarketReport {
  readonly seconds: number
  readonly all: Tally
  readonly operations: Readonly<Record<string, Tally>>
  /** What the first few errors said. */
  readonly errors: readonly string[]
}

export interface RunningMarket {
  /** How it has gone since the start. */
  report(): MarketReport
  /**
   * The longest that anybody has waited for an answer since the last call, those who still wait included; in
   * milliseconds from when it was asked, so that a stall shows and a queue before it does not.
   */
  longest(): number
  /** Lets what has begun end. */
  stop(): Promise<MarketReport>
}

const errorsKept = 10

/** Lets so many clients loose on the market. What they refuse each other is an outcome; what fails is an error. */
export function startMarket(db: AvatarbankDatabase, scene: Scene, options: MarketOptions): RunningMarket {
  const { clients, rate, seed, draw = drawOperation } = options
  const counters = new Map(operations.map(({ name }) => [name, openCounter()]))
  const all = openCounter()
  const errors: string[] = []
  const waiting = new Map<number, number>()
  const start = performance.now()
  let [running, ticket, longest] = [true, 0, 0]
  let end: number | undefined

  const onRetry = (message: unknown) => {
    counters.get((message as Retry).operation)?.conflict()
    all.conflict()
  }
  subscribe(retryChannel, onRetry)

  const act = async (client: number, random: Random, due: number) => {
    const operation = draw(random)
    const counter = counters.get(operation.name)!
    const asked = performance.now()
    waiting.set(client, asked)
    const settle = (tell: (counter: Counter, took: number) => void) => {
      const now = performance.now()
      const took = now - due
      waiting.delete(client)
      longest = Math.max(longest, now - asked)
      tell(counter, took)
      tell(all, took)
    }
    try {
      const outcome = await operation.run({ db, scene, random })
      if (outcome === undefined) waiting.delete(client)
      else settle((each, took) => each.finished(took, outcome))
    } catch (error) {
      if (errors.length < errorsKept) errors.push(`${operation.name}: ${reasonOf(error)}`)
      settle((each, took) => each.failed(took))
    }
  }

  const loops = Array.from({ length: clients }, async (_, client) => {
    const random = randomOf(seedOf(seed, 9, client))
    while (running) {
      const due = rate === undefined ? performance.now() : start + (1_000 * ticket++) / rate
      const early = due - performance.now()
      if (early > 0) await sleep(early)
      if (running) await act(client, random, due)
      // an embedded database answers without ever leaving the thread: timers and Ctrl-C need a turn
      await breathe()
    }
  })

  const report = (): MarketReport => {
    const seconds = ((end ?? performance.now()) - start) / 1_000
    const used = [...counters].map(([name, counter]) => [name, counter.read(seconds)] as const)
    return {
      seconds,
      all: all.read(seconds),
      operations: Object.fromEntries(used.filter(([, { count }]) => count > 0)),
      errors,
    }
  }
  return {
    report,
    longest() {
      const now = performance.now()
      const since = Math.max(longest, ...[...waiting.values()].map((from) => now - from))
      longest = 0
      return since
    },
    async stop() {
      running = false
      await Promise.all(loops)
      end = performance.now()
      unsubscribe(retryChannel, onRetry)
      return report()
    },
  }
}

/** A query builder's error says the query; what the server said is beneath. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
