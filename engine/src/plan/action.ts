import type { ObjectId } from '../catalog/object.ts'

export type Verb = 'create' | 'alter' | 'drop' | 'comment'

/**
 * One statement and what it does to the graph of objects; the order of a plan follows from these four lists alone.
 */
export interface Action {
  readonly verb: Verb
  readonly target: ObjectId
  readonly sql: string
  /** There once this has run. */
  readonly makes: readonly ObjectId[]
  /** Must be there before this runs. */
  readonly needs: readonly ObjectId[]
  /** Gone once this has run. */
  readonly removes: readonly ObjectId[]
  /** Used until this has run: whoever removes them waits for it. */
  readonly frees: readonly ObjectId[]
  /** Locks tables beside its target (a foreign key): goes last, so that those locks are held for the shortest time. */
  readonly locksOthers: boolean
  /** Must be committed before what it makes can be used (a new enum value, manual: ALTER TYPE). */
  readonly commitsFirst: boolean
}

export function action(
  verb: Verb,
  target: ObjectId,
  sql: string,
  effects: Partial<Pick<Action, 'makes' | 'needs' | 'removes' | 'frees' | 'locksOthers' | 'commitsFirst'>>,
): Action {
  return {
    verb,
    target,
    sql,
    makes: [],
    needs: [],
    removes: [],
    frees: [],
    locksOthers: false,
    commitsFirst: false,
    ...effects,
  }
}
