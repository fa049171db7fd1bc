import type { CatalogObject, ObjectKind, ObjectOf } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Difference } from '../../diff/change.ts'
import type { Action } from '../action.ts'
import type { RowValues } from '../row-values.ts'

/** One altered object of a kind, both sides of it, and the two databases around it. */
export interface AlterationOf<Kind extends ObjectKind> {
  readonly from: ObjectOf<Kind>
  readonly to: ObjectOf<Kind>
  readonly differences: readonly Difference[]
  readonly fromIndex: CatalogIndex
  readonly toIndex: CatalogIndex
  readonly values: RowValues
}

/**
 * How an object gets from one state to the other: by statements of its own, or by being dropped and made anew.
 * `pushesAside` tells which of its dependents cannot stay while that happens: they are dropped before and made again
 * after, with all that hangs on them.
 */
export type Alteration =
  | {
      readonly kind: 'in-place'
      readonly actions: readonly Action[]
      readonly pushesAside?: (dependent: CatalogObject) => boolean
      /** What goes and what is made, wholly by these actions. */
      readonly replaces?: { readonly old: readonly ObjectId[]; readonly made: readonly ObjectId[] }
      /** A type of rows that is made anew: what consists of it must move over. */
      readonly isRebuilding?: boolean
    }
  | { readonly kind: 'replace' }

export const replace: Alteration = { kind: 'replace' }

/** Does the object differ in this attribute? */
export function differsIn(differences: readonly Difference[], ...attributes: readonly string[]): boolean {
  return differences.some(({ attribute }) => attributes.includes(attribute))
}
