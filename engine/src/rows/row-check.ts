import type { ObjectId } from '../catalog/object.ts'

/** A question to the rows as they are: would this change meet any that it cannot take along? */
export interface RowCheck {
  /** What is to become: a column, constraint or index. */
  readonly object: ObjectId
  readonly reason: RowReason
  readonly table: ObjectId
  /** FROM clause and condition of the rows in the way; the table is called `t`. */
  readonly rows: string
  /** Columns that tell a person which row it is. */
  readonly key: readonly string[]
  /** A query that fails when a value cannot be converted; tried before rows are counted one by one. */
  readonly attempt?: string | undefined
  /** Makes `standInType`, which takes what a type will that is yet to be made. */
  readonly standIn?: string
  /** Asks about values as they will be, so it is asked last: those that do not fit make it fail, and have their own check. */
  readonly converts?: boolean
}

export const standInType = 'pg_temp.trueup_stand_in'

export type RowReason =
  | 'null'
  | 'needs-backfill'
  | 'check'
  | 'duplicate'
  | 'orphan'
  | 'partition'
  | 'cast'
  | 'narrowing'
  | 'enum-value'
  | 'failure'

/** Of a `failure` nobody knows how many rows there are: the count is 1, and the example what the server said. */
export interface RowsInTheWay {
  readonly object: ObjectId
  readonly reason: RowReason
  readonly table: ObjectId
  readonly count: number
  /** Keys of a few of them, as text. */
  readonly examples: readonly string[]
}
