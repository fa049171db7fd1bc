import type { CatalogObject } from '../catalog/catalog.ts'

/** How two catalogs differ, object by object; `from` is what is, `to` what should be. */
export type Change =
  | { readonly kind: 'added'; readonly object: CatalogObject }
  | { readonly kind: 'removed'; readonly object: CatalogObject }
  | {
      readonly kind: 'altered'
      readonly from: CatalogObject
      readonly to: CatalogObject
      readonly differences: readonly Difference[]
    }

/** One attribute that is not what it should be; `comment` counts as one. */
export interface Difference {
  readonly attribute: string
  readonly from: unknown
  readonly to: unknown
}

export function changedObject(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
