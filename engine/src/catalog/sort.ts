import type { CatalogObject } from './catalog.ts'
import type { ObjectId } from './object.ts'

/**
 * By id, byte order: the same database gives the same catalog, whatever the oids were. Ids are sorted without a
 * comparison of ours, which is several times as fast, and it is most of the work of a big catalog.
 */
export function sortById(objects: Iterable<CatalogObject>): ReadonlyMap<ObjectId, CatalogObject> {
  const byId = new Map<ObjectId, CatalogObject>()
  for (const object of objects) byId.set(object.id, object)
  const sorted = new Map<ObjectId, CatalogObject>()
  for (const id of [...byId.keys()].sort()) sorted.set(id, byId.get(id)!)
  return sorted
}
