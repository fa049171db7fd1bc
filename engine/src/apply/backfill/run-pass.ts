import type { Step } from '../../plan/plan.ts'
import { holdersOf } from '../blockers.ts'
import type { Patience } from '../patience.ts'
import type { Run } from '../run.ts'
import { pause } from '../stop.ts'
import type { Crew } from './crew.ts'
import { type FillRange, fillTogether } from './fill-together.ts'
import type { Pace } from './pace.ts'
import type { BackfillStatement, TablePart } from './parts.ts'
import type { Rest } from './rest.ts'
import { runBatch } from './run-batch.ts'
import { openWalk } from './walk.ts'

export interface Pass {
  readonly statement: BackfillStatement
  readonly parts: readonly TablePart[]
  readonly number: number
  readonly step: Step
  readonly crew: Crew
  readonly pace: Pace
  readonly rest: Rest
}

export interface PassOutcome {
  /** Rows that were changed. */
  readonly changed: number
  /** Blocks left for the next pass because somebody held a row in them. */
  readonly skipped: number
}

/** One walk over all blocks, part after part. */
export async function runPass(work: Pass, run: Run): Promise<PassOutcome> {
  const { crew, pace } = work
  const walk = openWalk(work.parts)
  let [changed, skipped] = [0, 0]
  const fillRange: FillRange = async (range, filler) => {
    const rows = await runBatch(range, filler, work)
    const blocks = range.to - range.from
    // one block alone that is still held is left for the next pass
    if (rows === undefined && blocks > 1) return walk.giveBack(range)
    if (rows === undefined) skipped += 1
    changed += rows ?? 0
    pace.advance(blocks, rows ?? 0)
  }
  pace.beginPass(walk.blocks)
  await fillTogether(walk, crew, fillRange, () => pace.isLong())
  if (skipped > 0 && changed === 0) await waitForRows(work, pace.stuck(), run)
  else pace.free()
  return { changed, skipped }
}

/** A whole pass that got nowhere: somebody holds rows for long, and is told about and waited for. */
async function waitForRows({ step }: Pass, patience: Patience, run: Run): Promise<void> {
  await patience.look(await holdersOf(step, run.database))
  await pause(500, run)
}
