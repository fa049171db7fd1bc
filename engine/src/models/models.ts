/** What Drizzle's models cannot say about a PostgreSQL schema, as plain records to be exported beside the tables. */
export type { ColumnOf } from './columns-of.ts'
export { type Comment, type Commentable, comment } from './comment.ts'
export {
  type ColumnExtras,
  type ConstraintExtras,
  type Exclusion,
  type Extension,
  extend,
  type IndexExtras,
  type TableExtras,
} from './extend.ts'
export type { Label } from './label.ts'
export {
  type DefaultPartition,
  type HashPartitions,
  hash,
  type ListPartition,
  type ListPartitions,
  list,
  type MonthlyPartitions,
  maxValue,
  minValue,
  monthly,
  type Partitioning,
  type PartitionKey,
  type PartitionValue,
  type RangeBound,
  type RangePartition,
  type RangePartitions,
  range,
  type Unbounded,
} from './partitions.ts'
export type { TableStorage } from './storage.ts'
export type { Deferrable, QualifiedName, Trigger, TriggerRow } from './trigger.ts'
