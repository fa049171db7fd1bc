import { type CatalogIndex, parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { rootOf } from '../../catalog/roots.ts'

/** What has to be made anew because statements about some objects have changed. */
export interface Remade {
  /** Objects that are made anew whole, by all statements about them. */
  readonly roots: ReadonlySet<ObjectId>
  /** Objects and parts that may come out otherwise: of what has changed, and what depends on it. */
  readonly affected: ReadonlySet<ObjectId>
}

/**
 * @param touched the objects that changed statements are about
 * @returns undefined where tables inherit: what a child has depends on what its parent had at that moment
 */
export function findRemade(touched: Iterable<ObjectId>, index: CatalogIndex): Remade | undefined {
  const roots = new Set(touched)
  const affected = new Set<ObjectId>()
  const open = [...roots]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const object = index.get(id)
    if (!object || affected.has(id)) continue
    affected.add(id)
    roots.add(rootOf(object, index.catalog))
    const sequences = object.kind === 'column' ? index.sequencesOf(id) : []
    for (const each of [...index.partsOf(id), ...index.dependentsOf(id), ...sequences]) open.push(each.id)
  }
  return [...roots].some((id) => inherits(id, index)) ? undefined : { roots, affected }
}

function inherits(id: ObjectId, index: CatalogIndex): boolean {
  const object = index.get(id)
  return object !== undefined && (parentTables(object).length > 0 || index.childrenOf(id).length > 0)
}
