import type { PgColumn } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import { unreachable } from '../../../errors/unreachable.ts'
import type { MonthlyPartitions, Partitioning, PartitionKey, RangeBound } from '../../../models/partitions.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { PartitioningModel } from '../model.ts'
import { monthsFrom, nextMonth } from '../months.ts'
import { present } from '../present.ts'
import { columnType } from './column-type.ts'
import { columnValue } from './column-value.ts'
import { fragmentOfTable } from './fragment.ts'
import type { TableReading } from './table-reading.ts'
import { writableLiteral } from './writable-literal.ts'

export function readPartitioning(
  by: Partitioning,
  tableName: string,
  reading: TableReading,
): PartitioningModel {
  switch (by.kind) {
    case 'monthly':
      return monthlyPartitioning(by, tableName, reading)
    case 'range':
      return partitioning('RANGE', by.key, by.partitions, reading, (partition) => {
        const from = bounds(partition.from, by.key, reading)
        return `FROM (${from}) TO (${bounds(partition.to, by.key, reading)})`
      })
    case 'list':
      return partitioning('LIST', by.key, by.partitions, reading, (partition) => {
        return `IN (${partition.values.map((value) => bound(value, keyColumns(by.key, reading)[0], reading)).join(', ')})`
      })
    case 'hash': {
      const remainders = Array.from({ length: by.modulus }, (_, remainder) => remainder)
      const partitions = remainders.map((remainder) => ({ name: `${tableName}_${remainder}`, remainder }))
      return partitioning('HASH', by.key, partitions, reading, ({ remainder }) => {
        return `WITH (MODULUS ${by.modulus}, REMAINDER ${remainder})`
      })
    }
    default:
      return unreachable(by)
  }
}

function partitioning<Part extends { readonly name: string }>(
  strategy: string,
  key: PartitionKey<string>,
  partitions: readonly (Part | { readonly name: string; readonly default: true })[],
  reading: TableReading,
  boundOf: (partition: Part) => string,
): PartitioningModel {
  return {
    key: `${strategy} (${keyText(key, reading)})`,
    partitions: partitions.map((partition) => ({
      name: partition.name,
      bound: 'default' in partition ? 'DEFAULT' : `FOR VALUES ${boundOf(partition)}`,
    })),
  }
}

function monthlyPartitioning(
  by: MonthlyPartitions,
  tableName: string,
  reading: TableReading,
): PartitioningModel {
  const column = reading.column(by.column)
  const midnight = midnightOf(columnType(column, reading), by.column, reading)
  const months = monthsFrom(reading.asOf, by.ahead).map((month) => ({
    name: `${tableName}_${month.suffix}`,
    bound: `FOR VALUES FROM ('${month.from}${midnight}') TO ('${month.to}${midnight}')`,
  }))
  const defaultPartition = by.default ? `${tableName}_default` : undefined
  return {
    key: `RANGE (${quoteIdentifier(reading.nameOf(column))})`,
    partitions: [
      ...months,
      ...(defaultPartition === undefined ? [] : [{ name: defaultPartition, bound: 'DEFAULT' }]),
    ],
    policy: {
      kind: 'monthly',
      column: reading.nameOf(column),
      ahead: by.ahead,
      prefix: `${tableName}_`,
      ...present({ defaultPartition }),
    },
    expiresAt: nextMonth(reading.asOf),
  }
}

/** What turns a date into a bound of this type, in UTC. */
function midnightOf(type: string, column: string, reading: TableReading): string {
  if (/^timestamptz|^timestamp.*with time zone/.test(type)) return ' 00:00:00+00'
  if (type.startsWith('timestamp')) return ' 00:00:00'
  if (type === 'date') return ''
  throw new TrueupError('MODELS-MONTHLY-COLUMN', { origin: reading.extrasOrigin, column, type })
}

function keyText(key: PartitionKey<string>, reading: TableReading): string {
  if (!isColumns(key)) return `(${fragmentOfTable(key, reading.extrasOrigin, reading)})`
  return key.map((column) => quoteIdentifier(reading.nameOf(reading.column(column)))).join(', ')
}

function keyColumns(key: PartitionKey<string>, reading: TableReading): readonly PgColumn[] {
  return isColumns(key) ? key.map(reading.column) : []
}

function isColumns(key: PartitionKey<string>): key is readonly string[] {
  return Array.isArray(key)
}

function bounds(values: readonly RangeBound[], key: PartitionKey<string>, reading: TableReading): string {
  const columns = keyColumns(key, reading)
  return values.map((value, position) => bound(value, columns[position], reading)).join(', ')
}

/** A value passes through its column's mapping; a key that is an expression has no column to ask. */
function bound(value: RangeBound | null, column: PgColumn | undefined, reading: TableReading): string {
  if (typeof value === 'object' && value !== null && 'unbounded' in value)
    return value.unbounded === 'below' ? 'MINVALUE' : 'MAXVALUE'
  return column === undefined
    ? writableLiteral(value, reading.extrasOrigin)
    : columnValue(value, column, reading.extrasOrigin, reading)
}
