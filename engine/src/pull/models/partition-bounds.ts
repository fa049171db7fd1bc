import { type Constant, readConstantList } from '../../sql/constant-list.ts'
import { type Code, call, text } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'
import type { ValueKind } from './column-type.ts'
import type { Writing } from './writing.ts'

/** One value of a bound in the words of the models, by what the values of the key's column are; undefined where there is none. */
export function boundValue(
  constant: Constant,
  kind: ValueKind | undefined,
  writing: Writing,
): Code | undefined {
  if ('word' in constant) return wordValue(constant.word, kind, writing)
  const { text: words } = constant
  switch (kind) {
    case 'number':
      return isSafeNumber(words) ? text(words) : undefined
    case 'bigint':
      return /^-?\d+$/.test(words) ? text(`${words}n`) : undefined
    case 'date':
      return dateValue(words)
    case 'string':
    case undefined:
      return stringLiteral(words)
    default:
      return undefined
  }
}

function wordValue(word: string, kind: ValueKind | undefined, writing: Writing): Code | undefined {
  if (word === 'MINVALUE') return text(writing.companion('minValue'))
  if (word === 'MAXVALUE') return text(writing.companion('maxValue'))
  if (word === 'NULL') return text('null')
  if (word === 'true' || word === 'false')
    return kind === 'boolean' || kind === undefined ? text(word) : undefined
  if (kind === 'bigint') return /^\d+$/.test(word) ? text(`${word}n`) : undefined
  if (kind === 'string') return stringLiteral(word)
  return (kind === 'number' || kind === undefined) && isSafeNumber(word) ? text(word) : undefined
}

function isSafeNumber(digits: string): boolean {
  const value = Number(digits)
  return String(value) === digits && (!Number.isInteger(value) || Number.isSafeInteger(value))
}

/** `2026-11-01 00:00:00+00` to the millisecond, which is as far as a Date sees. */
function dateValue(words: string): Code | undefined {
  const [, day, time, fraction = ''] =
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,3})?(?:\+00)?$/.exec(words) ?? []
  if (day === undefined) return undefined
  const clock = time === '00:00:00' && fraction === '' ? '' : `T${time}${fraction}Z`
  return call('new Date', stringLiteral(`${day}${clock}`))
}

/** The lists of `FOR VALUES FROM (…) TO (…)`, or of `FOR VALUES IN (…)`; undefined for bounds of another form. */
export function boundLists(bound: string): readonly (readonly Constant[])[] | undefined {
  const range = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(bound)
  const lists = range ? range.slice(1) : /^FOR VALUES IN \((.*)\)$/s.exec(bound)?.slice(1)
  const read = lists?.map(readConstantList)
  return read?.some((list) => list === undefined) ? undefined : (read as Constant[][] | undefined)
}
