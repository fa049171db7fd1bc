import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { isInline } from './create-table.ts'
import { originalsOf, tableOf } from './inheritance.ts'
import { staysChildOf } from './ties.ts'

/** New columns and checks that partitions and children get because a parent gets them, by the parent's. */
export type HandedDown = ReadonlyMap<ObjectId, readonly CatalogObject[]>

/** @param from the database as it is; none when everything in it is new. */
export function findHandedDown(
  objects: readonly CatalogObject[],
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  from: CatalogIndex | undefined,
): HandedDown {
  const found = new Map<ObjectId, CatalogObject[]>()
  for (const object of objects) {
    if (!isHandedDown(object)) continue
    const original = originalsOf(object, to).find((id) => brings(id, object, ids, to, from))
    if (original !== undefined) found.set(original, [...(found.get(original) ?? []), object])
  }
  return found
}

/** All copies of a new part, down to the last table. */
export function copiesIn(handedDown: HandedDown, original: ObjectId): CatalogObject[] {
  return (handedDown.get(original) ?? []).flatMap((copy) => [copy, ...copiesIn(handedDown, copy.id)])
}

function isHandedDown(object: CatalogObject): boolean {
  return object.kind === 'column' || (object.kind === 'constraint' && object.attributes.type === 'check')
}

function brings(
  original: ObjectId,
  copy: CatalogObject,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  from: CatalogIndex | undefined,
): boolean {
  const parent = to.get(original)?.parent ?? ''
  const table = tableOf(copy, to)?.id ?? ''
  if (!ids.has(original)) return false
  if (ids.has(parent)) return isAddedLater(original, to) && ids.has(table)
  // a new table takes its columns from its parent, but a check that the parent gets later
  if (ids.has(table)) return copy.kind === 'constraint'
  return from === undefined || staysChildOf(table, parent, from, to)
}

/** A check that cannot stand inside the CREATE TABLE of its new table. */
function isAddedLater(original: ObjectId, to: CatalogIndex): boolean {
  const object = to.get(original)
  if (object?.kind !== 'constraint') return false
  if (!object.attributes.inherited) return !isInline(object, to)
  return originalsOf(object, to).some((id) => isAddedLater(id, to))
}
