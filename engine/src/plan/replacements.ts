import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Alteration } from './alter/alteration.ts'

export interface Replacements {
  /** Dropped and made anew, although their own definition may be the same: something beneath them moves. */
  readonly replaced: ReadonlySet<ObjectId>
}

/**
 * Who cannot stay: objects that can only be made anew, and, from them upwards, everything that PostgreSQL would not
 * let stand on what is dropped or retyped. `removed` objects go anyway and need no entry, but their dependents do.
 */
export function findReplacements(
  removed: ReadonlySet<ObjectId>,
  alterations: ReadonlyMap<ObjectId, Alteration>,
  from: CatalogIndex,
): Replacements {
  const replaced = new Set<ObjectId>()
  const open: ObjectId[] = [...removed]
  const makeWay = (object: CatalogObject) => {
    if (removed.has(object.id) || replaced.has(object.id)) return
    replaced.add(object.id)
    open.push(object.id)
  }
  for (const [id, alteration] of alterations) {
    const object = from.get(id)
    if (!object) continue
    if (alteration.kind === 'replace') makeWay(object)
    else if (alteration.pushesAside) {
      for (const dependent of dependentsOfWhole(object, from))
        if (alteration.pushesAside(dependent)) makeWay(dependent)
    }
  }
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const part of from.partsOf(id)) makeWay(part)
    for (const dependent of from.dependentsOf(id)) if (standsOn(dependent, id)) makeWay(dependent)
  }
  return { replaced }
}

/** Who needs an object or one of its parts, from outside of it. */
function dependentsOfWhole(object: CatalogObject, from: CatalogIndex): CatalogObject[] {
  const parts = object.kind === 'table' ? allParts(object, from) : []
  const inside = new Set([object, ...parts])
  return [...inside].flatMap(({ id }) => from.dependentsOf(id)).filter((dependent) => !inside.has(dependent))
}

function allParts(object: CatalogObject, from: CatalogIndex): CatalogObject[] {
  return from.partsOf(object.id).flatMap((part) => [part, ...allParts(part, from)])
}

/** Needing is standing on, but for what drops leave alone: a sequence outlives its column, rows their type's remake. */
function standsOn(dependent: CatalogObject, id: ObjectId): boolean {
  if (dependent.kind === 'table' || dependent.kind === 'schema') return dependent.parent === id
  if (dependent.kind === 'column') return dependent.attributes.generated !== null || dependent.parent === id
  return true
}
