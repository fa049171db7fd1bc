import { send } from '../statements.ts'
import { pause, stopIfAsked } from '../stop.ts'
import { batchMessage } from './batch-message.ts'
import type { Filler } from './filler.ts'
import type { Pass } from './run-pass.ts'
import type { BlockRange } from './walk.ts'

/** @returns the number of rows, or undefined when somebody held one of them */
export async function runBatch(
  range: BlockRange,
  filler: Filler,
  { statement, number, pace, rest }: Pass,
): Promise<number | undefined> {
  const { run, size, isOwn } = filler
  stopIfAsked(run)
  const extras = isOwn
    ? {
        journal: run.port.companions.batch({ step: number, ...pace.blocks() }),
        questions: rest.questions(),
      }
    : { journal: [], questions: [] }
  const message = batchMessage(statement, range, number, extras, filler)
  const sent = await send(message.statements, run, tooLong)
  if (sent.kind === 'passing') {
    size.shrink(tooLong.has(sent.error.sqlstate) ? 0.25 : 0.5)
    await pause(20 + Math.random() * 30, run)
    return undefined
  }
  const rows = sent.results[message.update]?.affected ?? 0
  const [heldMs, waiting] = (sent.results[message.held]?.rows[0] ?? []).map(Number)
  size.learn({ blocks: range.to - range.from, rows, heldMs: heldMs ?? 0, waiting: waiting ?? 0 })
  await rest.after(heldMs ?? 0, sent.results.slice(message.answers))
  return rows
}

/** query_canceled: the time limit of a batch. */
const tooLong: ReadonlySet<string> = new Set(['57014'])
