import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { sortById } from '../catalog/sort.ts'
import { type Change, changedObject } from '../diff/change.ts'
import { compareObjects } from '../diff/compare-objects.ts'

export interface TakenBack {
  /** The database of now without what the runs did. */
  readonly catalog: Catalog
  /** Objects that the runs changed and somebody else has changed since. */
  readonly conflicts: readonly ObjectId[]
  /** Objects that were there and cannot be again, because what they stand on stays as it is now. */
  readonly baseless: readonly ObjectId[]
  /** What may be taken away without asking: the runs had made it. */
  readonly made: ReadonlySet<ObjectId>
}

export interface Undone {
  readonly before: Catalog
  /** What the runs changed, from the state before them to the state that they left. */
  readonly changes: readonly Change[]
  readonly now: Catalog
  /** Put back what was before, or leave what is now; undefined where nobody has said. */
  choose(id: ObjectId): 'before' | 'now' | undefined
}

/**
 * Object by object: what the runs did not change stays as it is now, what they changed becomes what it was before.
 * What somebody built since on something that the runs had made goes with it.
 */
export function takeBack({ before: origin, changes, now, choose }: Undone): TakenBack {
  const objects = new Map(now.objects)
  const conflicts: ObjectId[] = []
  const made = new Set<ObjectId>()
  const taken = new Set<ObjectId>()
  for (const change of changes) {
    const { id } = changedObject(change)
    const before =
      change.kind === 'added' ? undefined : change.kind === 'removed' ? change.object : change.from
    const after = change.kind === 'removed' ? undefined : change.kind === 'added' ? change.object : change.to
    const current = now.objects.get(id)
    if (change.kind === 'added') made.add(id)
    if (isSame(current, before, now)) continue
    const choice = choose(id)
    if (choice === 'now') continue
    if (choice === undefined && !isSame(current, after, now)) conflicts.push(id)
    if (before) objects.set(id, before)
    else objects.delete(id)
    taken.add(id)
  }
  // facts that nobody compares (what a NOT NULL is called) go back with the table
  for (const object of origin.objects.values()) {
    const current = objects.get(object.id)
    if (object.kind !== 'column' || current?.kind !== 'column' || !taken.has(object.parent ?? '')) continue
    if (isSame(calledAs(object, current), object, now)) objects.set(object.id, object)
  }
  const alternate = (object: CatalogObject) => {
    const before = origin.objects.get(object.id)
    return before && isSame(object, before, now) ? before : undefined
  }
  const left = standing(objects, alternate)
  const lost = [...taken].filter((id) => objects.has(id) && !left.has(id))
  const baseless = lost.filter((id) => !lost.includes(objects.get(id)?.parent ?? ''))
  return { catalog: { ...now, objects: sortById(left.values()) }, conflicts, baseless, made }
}

/** Whether a NOT NULL has a name of its own depends on the parents of the table, which an undo may be about to join. */
function calledAs({ attributes, facts }: ColumnObject, current: ColumnObject): ColumnObject {
  if (facts.notNullConstraint !== current.facts.notNullConstraint) return current
  const { notNullName } = attributes
  return { ...current, attributes: { ...current.attributes, notNullName } }
}

function isSame(one: CatalogObject | undefined, other: CatalogObject | undefined, now: Catalog): boolean {
  if (!one || !other) return one === other
  const majors = { from: now.serverVersion, to: now.serverVersion, grants: true }
  return compareObjects(one, other, majors).length === 0
}

/**
 * Without what has lost what it stands on. An index on `f(a)` reads the same whether `f` takes an int or a bigint: what
 * stood on something else before stands on that again.
 */
function standing(
  objects: ReadonlyMap<ObjectId, CatalogObject>,
  alternate: (object: CatalogObject) => CatalogObject | undefined,
): Map<ObjectId, CatalogObject> {
  const left = new Map(objects)
  const stands = ({ needs, parent }: CatalogObject) =>
    [...needs, ...(parent ? [parent] : [])].every((need) => left.has(need))
  for (let changed = true; changed; ) {
    changed = false
    for (const object of left.values()) {
      if (stands(object)) continue
      const before = alternate(object)
      if (before && stands(before)) left.set(object.id, before)
      else left.delete(object.id)
      changed = true
    }
  }
  return left
}
