import { kindOf } from '../../catalog/identify.ts'
import type { ParkedRecord } from '../../journal/parked.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { alignColumns } from './columns.ts'
import { whatWords } from './words.ts'

/** One line for each thing that can still come back, the oldest first. */
export function parkedLines(things: readonly ParkedRecord[], now: Date, texts: Messages): string[] {
  const words = texts.undo
  if (things.length === 0) return [words.nothingParked()]
  const rows = things.map(({ object, run, parked, bytes, name }) => {
    const hours = Math.floor((now.getTime() - Date.parse(parked)) / 3_600_000)
    return [
      whatWords(object, texts),
      String(run),
      parked.slice(0, 16).replace('T', ' '),
      words.age({ days: Math.floor(hours / 24), hours }),
      bytes === null ? '' : words.size({ bytes, estimated: kindOf(object) === 'column' }),
      name,
    ]
  })
  return alignColumns([words.parkedHeads(), ...rows], [1])
}
