import { quoteLiteral, quoteQualified } from '../../../sql/quote.ts'
import type { EnumModel } from '../model.ts'

export function createEnum({ schema, name, values }: EnumModel): string {
  return `CREATE TYPE ${quoteQualified(schema, name)} AS ENUM (${values.map(quoteLiteral).join(', ')})`
}
