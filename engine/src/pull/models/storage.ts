import { type Entry, text } from '../code/code.ts'
import { objectKey } from '../code/literals.ts'

/**
 * `name=value` options as entries of an object; undefined where a value is spelled in a way that no number or boolean
 * of TypeScript would be written again (`0.10`, `on`): PostgreSQL keeps the words as they were given.
 */
export function settingEntries(options: readonly string[]): Entry[] | undefined {
  const entries = options.map((option): Entry | undefined => {
    const equals = option.indexOf('=')
    const value = option.slice(equals + 1)
    const isSame = value === 'true' || value === 'false' || String(Number(value)) === value
    return isSame ? [objectKey(option.slice(0, equals)), text(value)] : undefined
  })
  return entries.some((entry) => entry === undefined) ? undefined : (entries as Entry[])
}
