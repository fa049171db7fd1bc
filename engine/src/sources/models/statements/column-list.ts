import { quoteIdentifier } from '../../../sql/quote.ts'

/** `(id, created_at)`. */
export function columnList(columns: readonly string[]): string {
  return `(${columns.map(quoteIdentifier).join(', ')})`
}

/** ` INCLUDE (title)`, or nothing. */
export function includeClause(columns: readonly string[]): string {
  return columns.length === 0 ? '' : ` INCLUDE ${columnList(columns)}`
}
