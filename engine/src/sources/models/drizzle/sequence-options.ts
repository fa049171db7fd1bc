import type { PgSequenceOptions } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import type { SequenceOptions } from '../model.ts'

export function sequenceOptions(options: PgSequenceOptions, origin: string): SequenceOptions {
  const { increment, minValue, maxValue, startWith, cache, cycle } = options
  return {
    ...wholeNumber('increment', increment, origin),
    ...wholeNumber('minValue', minValue, origin),
    ...wholeNumber('maxValue', maxValue, origin),
    ...wholeNumber('start', startWith, origin),
    ...wholeNumber('cache', cache, origin),
    ...(cycle !== undefined && { cycle }),
  }
}

/** Drizzle takes any text here; only a whole number may pass into the SQL. */
function wholeNumber(
  option: string,
  value: number | string | undefined,
  origin: string,
): Record<string, string> {
  if (value === undefined) return {}
  const text = String(value).trim()
  if (/^[+-]?\d+$/.test(text)) return { [option]: text }
  throw new TrueupError('MODELS-SEQUENCE-OPTION', { origin, option, value: text })
}
