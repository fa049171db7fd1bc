import { kindOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'

/**
 * Whether a column has no value. `IS NULL` asks a row whether all its fields are NULL, and `IS NOT NULL` whether none
 * is; NOT NULL and keys ask for the row itself (manual 9.2, Comparison Functions and Operators).
 * @param value the column's own name where nothing else is given
 */
export function nullTest(column: ColumnObject, value = quoteIdentifier(column.name)): string {
  return mayBeRow(column) ? `${value} IS NOT DISTINCT FROM NULL` : `${value} IS NULL`
}

export function notNullTest(column: ColumnObject, value = quoteIdentifier(column.name)): string {
  return mayBeRow(column) ? `${value} IS DISTINCT FROM NULL` : `${value} IS NOT NULL`
}

/** A composite type, the row type of a table or view, or a domain, which may be over one. */
function mayBeRow({ needs, parent }: ColumnObject): boolean {
  return needs.some((id) => id !== parent && typesOfRows.has(kindOf(id)))
}

const typesOfRows: ReadonlySet<string> = new Set([
  'composite',
  'domain',
  'table',
  'foreign-table',
  'view',
  'materialized-view',
])
