import type { CatalogObject } from '../catalog/catalog.ts'
import { schemaId } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Change, changedObject } from './change.ts'

/** Says whether an id is meant, by some patterns for example. */
export type IdTest = (id: ObjectId) => boolean

/** Changes that a pattern means: those of the object itself, and those of what is a part of it. */
export function changesMeant(
  changes: readonly Change[],
  isMeant: IdTest,
  sides: readonly CatalogIndex[],
): Set<Change> {
  const isInside = (object: CatalogObject): boolean =>
    isMeant(object.id) ||
    owners(object).some((id) => isMeant(id) || sides.some((side) => reaches(id, side, isInside)))
  return new Set(changes.filter((change) => isInside(changedObject(change))))
}

/** A sequence goes with its column, a partition with its table, everything with its schema. */
function owners(object: CatalogObject): ObjectId[] {
  const parents = [
    ...(object.parent === null ? [] : [object.parent]),
    ...(object.schema === null ? [] : [schemaId(object.schema)]),
  ]
  if (object.kind === 'sequence' && object.attributes.ownedBy) return [...parents, object.attributes.ownedBy]
  if (object.kind === 'table' && object.attributes.partitionOf)
    return [...parents, object.attributes.partitionOf]
  return parents
}

function reaches(id: ObjectId, side: CatalogIndex, isInside: (object: CatalogObject) => boolean): boolean {
  const owner = side.get(id)
  return owner !== undefined && isInside(owner)
}
