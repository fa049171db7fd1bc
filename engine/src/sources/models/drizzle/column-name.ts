import { toCamelCase, toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reading } from './reading.ts'

/** The name in the database: as given in the model, or made from the key by the project's `casing`. */
export function columnName(column: Pick<PgColumn, 'name' | 'keyAsName'>, reading: Reading): string {
  if (!column.keyAsName || reading.casing === undefined) return column.name
  return reading.casing === 'snake_case' ? toSnakeCase(column.name) : toCamelCase(column.name)
}
