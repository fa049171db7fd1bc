import type { ObjectId } from '../catalog/object.ts'
import type { ParkingRecord } from './park/parked-thing.ts'
import type { TransactionMode } from './plan.ts'

/** `park` puts something aside that is dropped but may come back, `unpark` brings it back (plan/park). */
export type Verb = 'create' | 'alter' | 'drop' | 'comment' | 'park' | 'unpark'

/**
 * One statement and what it does to the graph of objects; the order of a plan follows from these lists alone.
 */
export interface Action {
  readonly verb: Verb
  readonly target: ObjectId
  readonly sql: string
  /** There once this has run. */
  readonly makes: readonly ObjectId[]
  /** Must be there before this runs. */
  readonly needs: readonly ObjectId[]
  /** Better there before this runs, where nothing else speaks against it. */
  readonly prefers: readonly ObjectId[]
  /** Gone once this has run. */
  readonly removes: readonly ObjectId[]
  /** Used until this has run: whoever removes them waits for it. */
  readonly frees: readonly ObjectId[]
  /** Locks tables beside its target (a foreign key): goes last, so that those locks are held for the shortest time. */
  readonly locksOthers: boolean
  /** Must be committed before what it makes can be used (a new enum value, manual: ALTER TYPE). */
  readonly commitsFirst: boolean
  /** What it does where the statement alone does not say it; recipes for busy tables look at this. */
  readonly does: Work | null
  readonly transaction: TransactionMode
  /** Takes away what a failed try leaves behind (Step). */
  readonly cleanup: string | null
  /** With the last statement of parking or of bringing back: what the journal is to be told. */
  readonly parking: ParkingRecord | null
}

/**
 * - `fill`: gives values to rows that are there, by an UPDATE that ends in a condition.
 * - `not-null`: makes a column NOT NULL, which reads the whole table.
 * - `validate`: proves the rows of a constraint that new rows already keep.
 * - `retype`: changes the type of a column, which may write the whole table anew.
 * - `add-column`: ADD COLUMN, which writes the whole table anew when the default is volatile.
 * - `attach`, `detach`: move a partition.
 * - `online`: a part of an online change, which no other recipe is to touch.
 */
export type Work = 'fill' | 'not-null' | 'validate' | 'retype' | 'add-column' | 'attach' | 'detach' | 'online'

export function action(
  verb: Verb,
  target: ObjectId,
  sql: string,
  effects: Partial<Omit<Action, 'verb' | 'target' | 'sql'>>,
): Action {
  return {
    verb,
    target,
    sql,
    makes: [],
    needs: [],
    prefers: [],
    removes: [],
    frees: [],
    locksOthers: false,
    commitsFirst: false,
    does: null,
    transaction: 'shared',
    cleanup: null,
    parking: null,
    ...effects,
  }
}
