import type { Step } from '../../plan/plan.ts'
import { openPatience, type Patience } from '../patience.ts'
import type { Run } from '../run.ts'
import { pause } from '../stop.ts'
import { adaptBatchSize, type BatchSize } from './batch-size.ts'
import { type Brakes, brakesQuery, readBrakes } from './brakes.ts'

/** How fast a backfill goes, how far it is, and when it rests. */
export interface Pace {
  readonly size: BatchSize
  beginPass(blocksTotal: number): void
  advance(blocks: number, rows: number): void
  blocks(): { readonly blocksDone: number; readonly blocksTotal: number }
  /** After a batch: as long as something brakes, and what is missing to the wanted speed. */
  rest(brakes: Brakes, heldMs: number): Promise<void>
  /** The same patience for as long as no pass gets on. */
  stuck(): Patience
  free(): void
}

const tellEveryMs = 500
const lookAgainMs = 1_000

export function openPace(step: Step, number: number, run: Run): Pace {
  const { port } = run
  const size = adaptBatchSize(port.limits.batchMs)
  const begun = performance.now()
  let [blocksDone, blocksTotal, rows, told] = [0, 0, 0, begun]
  let pass = { begun, paused: 0 }
  let patience: Patience | undefined
  const tell = () => {
    const now = performance.now()
    if (now - told < tellEveryMs) return
    told = now
    const seconds = Math.max(0.001, (now - pass.begun - pass.paused) / 1_000)
    const rate = blocksDone / seconds
    port.emit({
      kind: 'progress',
      step: number + 1,
      phase: 'backfill',
      done: blocksDone,
      total: blocksTotal,
      unit: 'blocks',
      rows,
      rowsPerSecond: Math.round(rows / Math.max(0.001, (now - begun) / 1_000)),
      ...(rate > 0 && { secondsLeft: Math.ceil((blocksTotal - blocksDone) / rate) }),
      elapsedMs: Math.round(now - begun),
    })
  }
  return {
    size,
    beginPass(total) {
      pass = { begun: performance.now(), paused: 0 }
      blocksDone = 0
      blocksTotal = total
    },
    advance(blocks, more) {
      blocksDone += blocks
      rows += more
      tell()
    },
    blocks: () => ({ blocksDone, blocksTotal }),
    async rest(brakes, heldMs) {
      if (brakes.reason) pass.paused += await waitForBrakes(brakes, number + 1, run)
      if (brakes.speed < 1) await pause(heldMs * (1 / brakes.speed - 1), run)
    },
    stuck: () => {
      patience ??= openPatience(number, step, 'lock', run)
      return patience
    },
    free: () => {
      patience = undefined
    },
  }
}

/** @returns how long it took, in milliseconds */
async function waitForBrakes(first: Brakes, step: number, run: Run): Promise<number> {
  const { port, database } = run
  const begun = performance.now()
  let told: string | undefined
  for (let reason = first.reason; reason; ) {
    if (reason.kind !== told) port.emit({ kind: 'paused', step, reason })
    told = reason.kind
    await pause(lookAgainMs, run)
    const control = port.companions.control()
    const [brakes, wish] = await database.query(
      [brakesQuery, ...(control === undefined ? [] : [control])].join(';\n'),
    )
    reason = readBrakes(brakes, wish, port.limits).reason
  }
  const milliseconds = Math.round(performance.now() - begun)
  port.emit({ kind: 'resumed', step, milliseconds })
  return milliseconds
}
