import type { SQL } from 'drizzle-orm'

/** PARTITION BY (manual, 5.12): what the rows of a table are spread by, and over which partitions. */
export type Partitioning<Column extends string = string> =
  | MonthlyPartitions<Column>
  | RangePartitions<Column>
  | ListPartitions<Column>
  | HashPartitions<Column>

/** The columns of the key, or one SQL expression over them. */
export type PartitionKey<Column extends string> = readonly Column[] | SQL

export interface MonthlyPartitions<Column extends string = string> {
  readonly kind: 'monthly'
  readonly column: Column
  readonly ahead: number
  readonly default: boolean
}

/**
 * One partition for each calendar month in UTC, named `<table>_YYYY_MM`: the current month and `ahead` further ones,
 * plus `<table>_default` for rows that fit none, unless `default` is false. Months that have passed stay as they are.
 */
export function monthly<const Column extends string>(
  column: Column,
  options: { readonly ahead?: number; readonly default?: boolean } = {},
): MonthlyPartitions<Column> {
  return { kind: 'monthly', column, ahead: options.ahead ?? 3, default: options.default ?? true }
}

export interface RangePartitions<Column extends string = string> {
  readonly kind: 'range'
  readonly key: PartitionKey<Column>
  readonly partitions: readonly (RangePartition | DefaultPartition)[]
}

/** From `from` (inside) to `to` (outside); one value for each part of the key. */
export interface RangePartition {
  readonly name: string
  readonly from: readonly RangeBound[]
  readonly to: readonly RangeBound[]
}

export interface DefaultPartition {
  readonly name: string
  readonly default: true
}

export type PartitionValue = string | number | bigint | boolean | Date
export type RangeBound = PartitionValue | Unbounded

/** MINVALUE and MAXVALUE: below and above all values of a part of a range key. */
export interface Unbounded {
  readonly unbounded: 'below' | 'above'
}
export const minValue: Unbounded = { unbounded: 'below' }
export const maxValue: Unbounded = { unbounded: 'above' }

export function range<const Column extends string>(
  key: PartitionKey<Column>,
  partitions: readonly (RangePartition | DefaultPartition)[],
): RangePartitions<Column> {
  return { kind: 'range', key, partitions }
}

export interface ListPartitions<Column extends string = string> {
  readonly kind: 'list'
  readonly key: PartitionKey<Column>
  readonly partitions: readonly (ListPartition | DefaultPartition)[]
}

export interface ListPartition {
  readonly name: string
  readonly values: readonly (PartitionValue | null)[]
}

export function list<const Column extends string>(
  key: PartitionKey<Column>,
  partitions: readonly (ListPartition | DefaultPartition)[],
): ListPartitions<Column> {
  return { kind: 'list', key, partitions }
}

export interface HashPartitions<Column extends string = string> {
  readonly kind: 'hash'
  readonly key: PartitionKey<Column>
  /** How many, or their names in the order of their remainders. */
  readonly partitions: number | readonly string[]
}

/** So many partitions, named `<table>_0`, `<table>_1` and so on; or one for each name, in the order of remainders. */
export function hash<const Column extends string>(
  key: PartitionKey<Column>,
  partitions: number | readonly string[],
): HashPartitions<Column> {
  return { kind: 'hash', key, partitions }
}
