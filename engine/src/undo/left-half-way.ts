import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { sortById } from '../catalog/sort.ts'
import { originalsOf } from '../plan/inheritance.ts'

/**
 * What runs left that died, or stopped half way, and so gave nobody a picture: what their steps were about is as it is
 * now, all else as it was before them. What somebody else has done meanwhile is not taken for theirs.
 * @param told the last picture before them
 * @param now without helpers of theirs
 * @param targets of their steps
 */
export function leftHalfWay(told: Catalog, now: Catalog, targets: ReadonlySet<ObjectId>): Catalog {
  const indexes = [indexCatalog(told), indexCatalog(now)]
  const isTheirs = (id: ObjectId) => indexes.some((index) => isTouched(id, targets, index))
  const staying = [...told.objects.values()].filter(({ id }) => !isTheirs(id))
  const gone = goneAlong(
    staying.filter(({ id }) => !now.objects.has(id)),
    isTheirs,
  )
  const touched = [...now.objects.values()].filter(({ id }) => isTheirs(id))
  return { ...told, objects: sortById([...staying.filter(({ id }) => !gone.has(id)), ...touched]) }
}

/** A step is about its target, the parts of that, and what partitions and children have from there. */
function isTouched(id: ObjectId, targets: ReadonlySet<ObjectId>, index: CatalogIndex): boolean {
  if (targets.has(id)) return true
  const object = index.get(id)
  if (!object) return false
  const above = [...originalsOf(object, index), ...holdersOf(object)]
  return above.some((each) => isTouched(each, targets, index))
}

function holdersOf(object: CatalogObject): ObjectId[] {
  const whole =
    object.kind === 'index' || object.kind === 'constraint'
      ? object.attributes.attachedTo
      : object.kind === 'sequence'
        ? object.attributes.ownedBy
        : null
  return [object.parent, whole].flatMap((id) => id ?? [])
}

/** What stood on something of theirs and is no longer there went with it, without a step of its own. */
function goneAlong(
  missing: readonly CatalogObject[],
  isTheirs: (id: ObjectId) => boolean,
): ReadonlySet<ObjectId> {
  const gone = new Set<ObjectId>()
  for (let before = -1; before < gone.size; ) {
    before = gone.size
    for (const { id, needs } of missing)
      if (needs.some((need) => gone.has(need) || isTheirs(need))) gone.add(id)
  }
  return gone
}
