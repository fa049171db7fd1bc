import { SQL } from 'drizzle-orm'
import type { Index, IndexedColumn } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import type { IndexExtras } from '../../../models/extend.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { IndexModel, StorageValue } from '../model.ts'
import { present } from '../present.ts'
import { fragmentOfTable } from './fragment.ts'
import { isEntity } from './is-entity.ts'
import type { TableReading } from './table-reading.ts'

/**
 * An index, with drizzle-kit's name (`<table>_<columns>_index`) where the model gives none. Drizzle's `only` is not
 * looked at: `.using()` sets it without being asked. `.concurrently()` is a way of building, not a property.
 */
export function readIndex(
  { config }: Index,
  tableName: string,
  indexExtras: Readonly<Record<string, IndexExtras>>,
  reading: TableReading,
): IndexModel {
  const method = config.method ?? 'btree'
  const name = config.name ?? defaultName(config.columns, tableName, reading)
  const extras = (Object.hasOwn(indexExtras, name) ? indexExtras[name] : undefined) ?? {}
  return {
    name,
    unique: config.unique,
    method,
    elements: config.columns.map((column) =>
      isEntity(column, SQL)
        ? fragmentOfTable(column, reading.origin, reading)
        : element(column as IndexedColumn, method, reading),
    ),
    include: (extras.include ?? []).map((key) => reading.nameOf(reading.column(key))),
    nullsNotDistinct: extras.nullsNotDistinct ?? false,
    storage: (config.with ?? {}) as Record<string, StorageValue>,
    ...present({
      where: config.where === undefined ? undefined : fragmentOfTable(config.where, reading.origin, reading),
      comment: extras.comment,
    }),
  }
}

/**
 * Drizzle fills in "asc" and "nulls last" wherever nothing is said, also where a method knows no order, and keeps
 * "nulls last" on `.desc()`, where PostgreSQL alone would put nulls first.
 */
function element(column: IndexedColumn, method: string, reading: TableReading): string {
  const { order = 'asc', nulls = 'last', opClass } = column.indexConfig
  const parts = [quoteIdentifier(reading.nameOf(named(column)))]
  if (opClass !== undefined) parts.push(opClass)
  if (order === 'desc') parts.push('DESC')
  if (method === 'btree' ? nulls !== (order === 'desc' ? 'first' : 'last') : nulls === 'first')
    parts.push(`NULLS ${nulls.toUpperCase()}`)
  return parts.join(' ')
}

function defaultName(columns: Index['config']['columns'], tableName: string, reading: TableReading): string {
  if (columns.some((column) => isEntity(column, SQL)))
    throw new TrueupError('MODELS-INDEX-WITHOUT-NAME', { origin: reading.origin, table: tableName })
  return [
    tableName,
    ...columns.map((column) => reading.nameOf(named(column as IndexedColumn))),
    'index',
  ].join('_')
}

/** Drizzle's type leaves the name open for expressions only, which are SQL here. */
function named(column: IndexedColumn): { readonly name: string; readonly keyAsName: boolean } {
  return { name: column.name ?? '', keyAsName: column.keyAsName }
}
