import type { CatalogObject } from './catalog.ts'
import type { ObjectId } from './object.ts'

/** By id, byte order: the same database gives the same catalog, whatever the oids were. */
export function sortById(objects: Iterable<CatalogObject>): ReadonlyMap<ObjectId, CatalogObject> {
  const sorted = [...objects].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return new Map(sorted.map((object) => [object.id, object]))
}
