import type { SequenceAttributes } from '../../catalog/relations.ts'
import { sequenceOptions } from '../../plan/kinds/column.ts'
import { type Entry, text } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'

/** What differs from a plain sequence, as Drizzle's options: `{ startWith: 100 }`. */
export function sequenceSettings(sequence: SequenceAttributes): Entry[] {
  return sequenceOptions(sequence).map((option) => {
    const [, words = '', value] = /^([A-Z ]+?)(?: (-?\d+))?$/.exec(option) ?? []
    return [keys[words] ?? words, value === undefined ? text('true') : wholeNumber(value)] as const
  })
}

const keys: Readonly<Record<string, string>> = {
  'INCREMENT BY': 'increment',
  MINVALUE: 'minValue',
  MAXVALUE: 'maxValue',
  'START WITH': 'startWith',
  CACHE: 'cache',
  CYCLE: 'cycle',
}

/** Drizzle takes texts as well: numbers of JavaScript end at 2^53. */
function wholeNumber(digits: string) {
  return Number.isSafeInteger(Number(digits)) ? text(digits) : stringLiteral(digits)
}
