import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Alteration } from './alter/alteration.ts'
import { copiesOf, originalsOf } from './inheritance.ts'
import { namesTaken } from './names-taken.ts'
import { keepersOf } from './stored-rows.ts'

export interface Replacements {
  /** Dropped and made anew, although their own definition may be the same: something beneath them moves. */
  readonly replaced: ReadonlySet<ObjectId>
}

/**
 * Who cannot stay: objects that can only be made anew, and, from them upwards, everything that PostgreSQL would not
 * let stand on what is dropped or retyped. `removed` objects go anyway and need no entry, but their dependents do;
 * what is parked stays as it is, and so does what only keeps rows, unless the rows are `computedAnew`.
 */
export function findReplacements(
  removed: ReadonlySet<ObjectId>,
  alterations: ReadonlyMap<ObjectId, Alteration>,
  from: CatalogIndex,
  to: CatalogIndex,
  parked: ReadonlySet<ObjectId> = new Set(),
  computedAnew: ReadonlySet<ObjectId> = new Set(),
): Replacements {
  const replaced = new Set<ObjectId>()
  const open: ObjectId[] = [...removed]
  const makeWay = (object: CatalogObject) => {
    if (removed.has(object.id) || replaced.has(object.id) || parked.has(object.id)) return
    // a table that is dropped and made anew has lost its rows: whoever asks for that is mistaken
    if (object.kind === 'table') throw new Error(`${object.id} would lose its rows`)
    replaced.add(object.id)
    open.push(object.id)
  }
  const isGoing = (id: ObjectId | null) => id !== null && (removed.has(id) || parked.has(id))
  const retaken = namesOfAdded(from, to, [...removed, ...parked])
  const namesWith = (id: ObjectId): string[] => {
    const object = from.get(id)!
    return isGoing(object.parent)
      ? namesWith(object.parent!)
      : [object, ...allParts(object, from)].flatMap(namesTaken)
  }
  const isInPlace = (object: CatalogObject): boolean =>
    [object.id, ...originalsOf(object, to)].some((id) => alterations.get(id)?.kind === 'in-place')
  /** What is altered in place so that it does without an object need not go with it, unless the name is taken over. */
  const stepsOff = (dependent: CatalogObject, id: ObjectId) =>
    isGoing(id) &&
    isInPlace(dependent) &&
    isWithout(dependent, id) &&
    !namesWith(id).some((name) => retaken.has(name))
  const isWithout = (dependent: CatalogObject, id: ObjectId) =>
    to.get(dependent.id)?.needs.includes(id) === false
  for (const [id, alteration] of alterations) {
    const object = from.get(id)
    if (!object) continue
    if (alteration.kind === 'replace') makeWay(object)
    else if (alteration.pushesAside) {
      const around = alteration.replaces?.old ?? wholeOf(object, from)
      for (const dependent of dependentsOf(around, from))
        if (alteration.pushesAside(dependent)) makeWay(dependent)
    }
  }
  // it reads the same of what has the name then
  for (const id of parked)
    for (const dependent of from.dependentsOf(id))
      if (standsOn(dependent, id) && isWithout(dependent, id) && !stepsOff(dependent, id)) makeWay(dependent)
  for (const table of computedAnew)
    for (const keeper of keepersOf(table, from)) if (keeper.kind === 'materialized-view') makeWay(keeper)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const whole = attachedTo(id, from, to)
    if (whole) makeWay(whole)
    for (const part of from.partsOf(id)) makeWay(part)
    for (const copy of inheritedWith(id, from, to)) makeWay(copy)
    for (const dependent of from.dependentsOf(id))
      if (standsOn(dependent, id) && !stepsOff(dependent, id)) makeWay(dependent)
  }
  return { replaced }
}

/** The index of a partitioned table is dropped with that of a partition, unless the partition leaves. */
function attachedTo(id: ObjectId, from: CatalogIndex, to: CatalogIndex): CatalogObject | undefined {
  const part = from.get(id)
  if (part?.kind !== 'index' && part?.kind !== 'constraint') return undefined
  const [before, after] = [from, to].map((index) => index.get(part.parent ?? ''))
  const stays =
    before?.kind === 'table' &&
    after?.kind === 'table' &&
    before.attributes.partitionOf === after.attributes.partitionOf &&
    before.attributes.partitionBound === after.attributes.partitionBound
  return stays ? from.get(part.attributes.attachedTo ?? '') : undefined
}

/** A column or check that a table is to have anew goes from its children as well: it comes to them with the table's. */
function inheritedWith(id: ObjectId, from: CatalogIndex, to: CatalogIndex): CatalogObject[] {
  const part = to.has(id) ? from.get(id) : undefined
  const isInherited =
    part?.kind === 'column' || (part?.kind === 'constraint' && part.attributes.type === 'check')
  return isInherited ? copiesOf(part, from).filter((copy) => to.has(copy.id)) : []
}

/** Names of objects that go which new ones are to have. */
function namesOfAdded(from: CatalogIndex, to: CatalogIndex, going: readonly ObjectId[]): ReadonlySet<string> {
  const freed = new Set(going.flatMap((id) => namesTaken(from.get(id)!)))
  const retaken = new Set<string>()
  if (freed.size === 0) return retaken
  for (const object of to.catalog.objects.values()) {
    if (from.has(object.id)) continue
    for (const name of namesTaken(object)) if (freed.has(name)) retaken.add(name)
  }
  return retaken
}

/** An object with its parts; a column with its copies in children. */
function wholeOf(object: CatalogObject, from: CatalogIndex): ObjectId[] {
  const parts = object.kind === 'table' ? allParts(object, from) : copiesOf(object, from)
  return [object, ...parts].map(({ id }) => id)
}

/** Who needs any of these, from outside. */
function dependentsOf(ids: readonly ObjectId[], from: CatalogIndex): CatalogObject[] {
  const inside = new Set(ids)
  return ids.flatMap((id) => from.dependentsOf(id)).filter(({ id }) => !inside.has(id))
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
