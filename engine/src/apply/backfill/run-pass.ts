import type { Step } from '../../plan/plan.ts'
import { holdersOf } from '../blockers.ts'
import type { Patience } from '../patience.ts'
import type { Run } from '../run.ts'
import { send } from '../statements.ts'
import { pause, stopIfAsked } from '../stop.ts'
import { type BlockRange, batchMessage } from './batch-message.ts'
import { readBrakes } from './brakes.ts'
import type { Pace } from './pace.ts'
import type { BackfillStatement, TablePart } from './parts.ts'

export interface Pass {
  readonly statement: BackfillStatement
  readonly parts: readonly TablePart[]
  /** From 1. */
  readonly pass: number
  readonly number: number
  readonly step: Step
}

export interface PassOutcome {
  /** Rows that were changed. */
  readonly changed: number
  /** Ranges left for the next pass because somebody held a row in them. */
  readonly skipped: number
}

/** One walk over all blocks, part after part. */
export async function runPass(work: Pass, pace: Pace, run: Run): Promise<PassOutcome> {
  let [changed, skipped] = [0, 0]
  pace.beginPass(work.parts.reduce((sum, { blocks }) => sum + blocks, 0))
  for (const part of work.parts) {
    for (let from = 0; from < part.blocks; ) {
      const range = { part, from, to: Math.min(part.blocks, from + pace.size.blocks(part.rowsPerBlock)) }
      const rows = await runBatch(range, work, changed, pace, run)
      // one block alone that is still held is left for the next pass
      if (rows === undefined && range.to - range.from > 1) continue
      if (rows === undefined) skipped += 1
      changed += rows ?? 0
      pace.advance(range.to - from, rows ?? 0)
      from = range.to
    }
  }
  if (skipped > 0 && changed === 0) await waitForRows(work, pace.stuck(), run)
  else pace.free()
  return { changed, skipped }
}

/** @returns the number of rows, or undefined when somebody held one of them */
async function runBatch(range: BlockRange, work: Pass, changed: number, pace: Pace, run: Run) {
  stopIfAsked(run)
  const progress = { step: work.number, pass: work.pass, rows: changed, ...pace.blocks() }
  const message = batchMessage(work.statement, range, work.number, run.port.companions.batch(progress), run)
  const sent = await send(message.statements, run, tooLong)
  if (sent.kind === 'passing') {
    pace.size.shrink(tooLong.has(sent.error.sqlstate) ? 0.25 : 0.5)
    await pause(20 + Math.random() * 30, run)
    return undefined
  }
  const rows = sent.results[message.update]?.affected ?? 0
  const [heldMs, waiting] = (sent.results[message.held]?.rows[0] ?? []).map(Number)
  pace.size.learn({ blocks: range.to - range.from, rows, heldMs: heldMs ?? 0, waiting: waiting ?? 0 })
  const [brakes, control] = sent.results.slice(message.brakes)
  await pace.rest(readBrakes(brakes, control, run.port.limits), heldMs ?? 0)
  return rows
}

/** query_canceled: the time limit of a batch. */
const tooLong: ReadonlySet<string> = new Set(['57014'])

/** A whole pass that got nowhere: somebody holds rows for long, and is told about and waited for. */
async function waitForRows({ step }: Pass, patience: Patience, run: Run): Promise<void> {
  await patience.look(await holdersOf(step, run.database))
  await pause(500, run)
}
