import { followCalls } from './calls.ts'
import type { Catalog, CatalogObject } from './catalog.ts'
import type { CatalogIndex } from './index-catalog.ts'
import type { ObjectId } from './object.ts'
import { sortById } from './sort.ts'

/**
 * The objects asked for with everything they need, recorded or not, tables whole with their columns: a catalog that can
 * stand alone.
 */
export function subsetCatalog(index: CatalogIndex, ids: Iterable<ObjectId>): Catalog {
  const objects = new Map<ObjectId, CatalogObject>()
  const open = [...ids]
  const calledBy = followCalls(index)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const object = index.get(id)
    if (!object || objects.has(id)) continue
    objects.set(id, object)
    open.push(...object.needs, ...calledBy(object))
    if (object.parent) open.push(object.parent)
    if (object.kind === 'table' || object.kind === 'foreign-table' || object.kind === 'domain')
      for (const part of index.partsOf(id))
        if (part.kind === 'column' || part.kind === 'domain-constraint') open.push(part.id)
    if (object.kind === 'sequence' && object.attributes.ownedBy) open.push(object.attributes.ownedBy)
    if (object.kind === 'column') open.push(...index.partsOfKind(id, 'default').map((part) => part.id))
  }
  return { ...index.catalog, objects: sortById(objects.values()) }
}
