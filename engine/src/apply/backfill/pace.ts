import type { Step } from '../../plan/plan.ts'
import { openPatience, type Patience } from '../patience.ts'
import type { Run } from '../run.ts'
import type { Pass } from './run-pass.ts'

/** How far a backfill is, how fast it goes, and what is told of that. */
export interface Pace {
  beginPass(blocksTotal: number): void
  advance(blocks: number, rows: number): void
  blocks(): { readonly blocksDone: number; readonly blocksTotal: number }
  /** So much of the pass is left that another session is worth its opening. */
  isLong(): boolean
  /** The same patience for as long as no pass gets on. */
  stuck(): Patience
  free(): void
}

const tellEveryMs = 500

/** A pass says after a tenth of this how long it will take, and is long when more than this is left. */
const longMs = 1_000

export function openPace(
  step: Step,
  number: number,
  { crew, rest }: Pick<Pass, 'crew' | 'rest'>,
  run: Run,
): Pace {
  const { port } = run
  const begun = performance.now()
  let [blocksDone, blocksTotal, rows, told] = [0, 0, 0, begun]
  let pass = { begun, rested: 0 }
  let patience: Patience | undefined
  const spentMs = () => performance.now() - pass.begun - (rest.spent() - pass.rested)
  /** At the speed of the pass until now. */
  const leftMs = () => (blocksDone > 0 ? (spentMs() * (blocksTotal - blocksDone)) / blocksDone : undefined)
  const tell = () => {
    const now = performance.now()
    if (now - told < tellEveryMs) return
    told = now
    const left = leftMs()
    port.emit({
      kind: 'progress',
      step: number + 1,
      phase: 'backfill',
      done: blocksDone,
      total: blocksTotal,
      unit: 'blocks',
      rows,
      rowsPerSecond: Math.round(rows / Math.max(0.001, (now - begun) / 1_000)),
      connections: crew.connections(),
      ...(left !== undefined && { secondsLeft: Math.ceil(left / 1_000) }),
      elapsedMs: Math.round(now - begun),
    })
  }
  return {
    beginPass(total) {
      pass = { begun: performance.now(), rested: rest.spent() }
      blocksDone = 0
      blocksTotal = total
    },
    advance(blocks, more) {
      blocksDone += blocks
      rows += more
      tell()
    },
    blocks: () => ({ blocksDone, blocksTotal }),
    isLong: () => spentMs() > longMs / 10 && (leftMs() ?? 0) > longMs,
    stuck: () => {
      patience ??= openPatience(number, step, 'lock', run)
      return patience
    },
    free: () => {
      patience = undefined
    },
  }
}
