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

/** The same change seen from the other side. */
export function reversed(change: Change): Change {
  switch (change.kind) {
    case 'added':
      return { kind: 'removed', object: change.object }
    case 'removed':
      return { kind: 'added', object: change.object }
    case 'altered': {
      const differences = change.differences.map(({ attribute, from, to }) => ({
        attribute,
        from: to,
        to: from,
      }))
      return { kind: 'altered', from: change.to, to: change.from, differences }
    }
  }
}

export function changedObject(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
