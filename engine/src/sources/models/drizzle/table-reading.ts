import { getTableColumns } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import type { TableExtras } from '../../../models/extend.ts'
import { columnName } from './column-name.ts'
import { constraintExtras, type ExtrasOfConstraints } from './constraint-extras.ts'
import type { Reading } from './reading.ts'

/** What holds while one table is read. */
export interface TableReading extends Reading {
  /** Export names of the table and of its companion. */
  readonly origin: string
  readonly extrasOrigin: string
  /** A column by its key in the model; MODELS-UNKNOWN-COLUMN where a companion names one that is not there. */
  readonly column: (key: string) => PgColumn
  /** A column's name in the database. */
  readonly nameOf: (column: Pick<PgColumn, 'name' | 'keyAsName'>) => string
  readonly constraints: ExtrasOfConstraints
}

/** A table's companion under the name of its export; an empty one where there is none. */
export interface OwnExtras {
  readonly origin: string
  readonly extras: TableExtras
}

export function readingOfTable(
  table: PgTable,
  origin: string,
  own: OwnExtras,
  reading: Reading,
): TableReading {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table)
  return {
    ...reading,
    origin,
    extrasOrigin: own.origin,
    column(key) {
      const column = Object.hasOwn(columns, key) ? columns[key] : undefined
      if (column !== undefined) return column
      const known = Object.keys(columns)
      throw new TrueupError('MODELS-UNKNOWN-COLUMN', { origin: own.origin, column: key, known })
    },
    nameOf: (column) => columnName(column, reading),
    constraints: constraintExtras(own.extras.constraints ?? {}, own.origin),
  }
}
