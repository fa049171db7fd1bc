import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'

/** The object that stands for itself: the table of a column, trigger or index; the object itself otherwise. */
export function rootOf(object: CatalogObject, index: CatalogIndex): CatalogObject {
  const parent = object.parent === null ? undefined : index.get(object.parent)
  return parent === undefined || parent.kind === 'schema' ? object : rootOf(parent, index)
}
