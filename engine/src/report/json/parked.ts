import type { ParkedRecord } from '../../journal/parked.ts'

/** `trueup parked --json` (docs/formats.md). */
export function parkedJson(things: readonly ParkedRecord[]): string {
  const parked = things.map(({ object, run, parked, bytes, name, lifted }) => {
    return { object, run, parked, bytes, name, lifted }
  })
  return JSON.stringify({ command: 'parked', parked }, null, 2)
}
