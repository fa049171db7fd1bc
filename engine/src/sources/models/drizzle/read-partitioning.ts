import type { PgColumn } from 'drizzle-orm/pg-core'
import { unreachable } from '../../../assert/unreachable.ts'
import type { Partitioning, PartitionKey, RangeBound } from '../../../models/partitions.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { PartitioningModel } from '../model.ts'
import { columnValue } from './column-value.ts'
import { fragmentOfTable } from './fragment.ts'
import { readMonthlyPartitioning } from './read-monthly-partitioning.ts'
import type { TableReading } from './table-reading.ts'
import { writableLiteral } from './writable-literal.ts'

export function readPartitioning(
  by: Partitioning,
  tableName: string,
  reading: TableReading,
): PartitioningModel {
  switch (by.kind) {
    case 'monthly':
      return readMonthlyPartitioning(by, tableName, reading)
    case 'range':
      return partitioning('RANGE', by.key, by.partitions, reading, (partition) => {
        const from = bounds(partition.from, by.key, reading)
        return `FROM (${from}) TO (${bounds(partition.to, by.key, reading)})`
      })
    case 'list':
      return partitioning('LIST', by.key, by.partitions, reading, ({ values }) => {
        const [column] = keyColumns(by.key, reading)
        return `IN (${values.map((value) => bound(value, column, reading)).join(', ')})`
      })
    case 'hash': {
      const names =
        typeof by.partitions === 'number'
          ? Array.from({ length: by.partitions }, (_, remainder) => `${tableName}_${remainder}`)
          : by.partitions
      const partitions = names.map((name, remainder) => ({ name, remainder }))
      return partitioning('HASH', by.key, partitions, reading, ({ remainder }) => {
        return `WITH (MODULUS ${names.length}, REMAINDER ${remainder})`
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
