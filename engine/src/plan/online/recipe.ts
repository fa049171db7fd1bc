import type { CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import type { IsBusy } from './busy-tables.ts'

/** What a recipe may look at. */
export interface Kitchen {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  readonly isBusy: IsBusy
  /** The action that drops an object by a statement of its own, if one does. */
  dropOf(id: ObjectId): Action | undefined
  removerOf(id: ObjectId): Action | undefined
  /** The action that makes it, if one does. */
  createOf(id: ObjectId): Action | undefined
  /** What a run that died has left behind under a helper's name. */
  leftover(id: ObjectId): CatalogObject | undefined
  /** Goes on with a leftover; all others will be dropped. */
  reuse(id: ObjectId): void
}

/**
 * The same change in steps that let others go on; undefined where the recipe does not apply.
 * A recipe makes and needs what the action made and needed, so the order of everything else holds.
 */
export type Recipe = (action: Action, kitchen: Kitchen) => readonly Action[] | undefined
