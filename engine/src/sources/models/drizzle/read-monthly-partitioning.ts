import { TrueupError } from '../../../errors/trueup-error.ts'
import type { MonthlyPartitions } from '../../../models/partitions.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { PartitioningModel } from '../model.ts'
import { monthsFrom, nextMonth } from '../months.ts'
import { present } from '../present.ts'
import { columnType } from './column-type.ts'
import type { TableReading } from './table-reading.ts'

/** The partitions that the calendar asks for at the moment of reading, and the policy that made them. */
export function readMonthlyPartitioning(
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
