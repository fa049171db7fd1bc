import { SQL } from 'drizzle-orm'
import {
  PgArray,
  type PgColumn,
  PgJson,
  PgJsonb,
  PgNumericBigInt,
  PgNumericNumber,
} from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import { attempt } from './attempt.ts'
import { fragmentOfTable } from './fragment.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'
import { writableLiteral } from './writable-literal.ts'

/**
 * A value of a column (its default, a partition bound, a generated constant) as SQL. It goes through the column's own
 * mapping, so that the database holds what Drizzle would have written for the same value.
 */
export function columnValue(value: unknown, column: PgColumn, origin: string, reading: Reading): string {
  if (isEntity(value, SQL)) return fragmentOfTable(value, origin, reading)
  if (value === null) return 'NULL'
  refuseAmbiguousJson(value, column, origin)
  const driverValue = attempt('MODELS-VALUE-UNWRITABLE', origin, () => toDriver(value, column))
  if (isEntity(driverValue, SQL)) return fragmentOfTable(driverValue, origin, reading)
  // Drizzle writes these as text; a bare number is what people write, and how databases spell it already.
  const isNumber = isEntity(column, PgNumericNumber) || isEntity(column, PgNumericBigInt)
  return writableLiteral(isNumber ? value : driverValue, origin)
}

/** Array by array instead of `PgArray.mapToDriverValue`, which loses bytes and quotes on the way to its text. */
function toDriver(value: unknown, column: PgColumn): unknown {
  if (!isEntity(column, PgArray)) return column.mapToDriverValue(value)
  if (!Array.isArray(value)) return value
  return value.map((element: unknown) => (element === null ? null : toDriver(element, column.baseColumn)))
}

/**
 * `jsonb().default('{}')`: Drizzle's inserts would write the JSON string "{}", drizzle-kit's DDL an empty object.
 * Two readings of one model are one too many.
 */
function refuseAmbiguousJson(value: unknown, column: PgColumn, origin: string): void {
  if (typeof value !== 'string' || !(isEntity(column, PgJson) || isEntity(column, PgJsonb)) || !isJson(value))
    return
  throw new TrueupError('MODELS-JSON-DEFAULT-AMBIGUOUS', { origin, column: column.name, value })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
