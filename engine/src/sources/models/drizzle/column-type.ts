import { PgArray, type PgColumn, PgEnumColumn, PgEnumObjectColumn } from 'drizzle-orm/pg-core'
import { quoteQualified } from '../../../sql/quote.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'

/** The type as SQL. Only enums need care: Drizzle prints their name without schema and quotes. */
export function columnType(column: PgColumn, reading: Reading): string {
  if (isEntity(column, PgArray)) return `${columnType(column.baseColumn, reading)}[${column.size ?? ''}]`
  const type = enumOf(column)
  return type === undefined
    ? column.getSQLType()
    : quoteQualified(type.schema ?? reading.defaultSchema, type.enumName)
}

/** The enum behind a column or behind the elements of an array column. */
export function enumOf(
  column: PgColumn,
): { readonly enumName: string; readonly schema: string | undefined } | undefined {
  if (isEntity(column, PgArray)) return enumOf(column.baseColumn)
  return isEntity(column, PgEnumColumn) || isEntity(column, PgEnumObjectColumn) ? column.enum : undefined
}
