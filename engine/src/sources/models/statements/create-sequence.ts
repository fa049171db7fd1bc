import { quoteQualified } from '../../../sql/quote.ts'
import type { SequenceModel, SequenceOptions } from '../model.ts'

export function createSequence({ schema, name, options }: SequenceModel): string {
  return ['CREATE SEQUENCE', quoteQualified(schema, name), ...sequenceClauses(options)].join(' ')
}

export function sequenceClauses(options: SequenceOptions): readonly string[] {
  const { increment, minValue, maxValue, start, cache, cycle } = options
  return [
    increment !== undefined && `INCREMENT BY ${increment}`,
    minValue !== undefined && `MINVALUE ${minValue}`,
    maxValue !== undefined && `MAXVALUE ${maxValue}`,
    start !== undefined && `START WITH ${start}`,
    cache !== undefined && `CACHE ${cache}`,
    cycle === true && 'CYCLE',
  ].filter((clause) => clause !== false)
}
