import { kindOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { hashTexts } from '../modules/content-hash.ts'
import { relationOf } from '../plan/locks.ts'
import type { Step } from '../plan/plan.ts'

/** An object and what it was like; null where there was none. Sorted by object. */
export type Touched = readonly (readonly [ObjectId, string | null])[]

/**
 * Everything that these steps change or stand on, as it is in a catalog: the tables, types and functions that they are
 * about with all their parts and all that depends on them, and what the new objects need. The rest of the database may
 * change at any time without making the plan wrong.
 */
export function touchedObjects(
  steps: readonly Pick<Step, 'target'>[],
  desired: Iterable<ObjectId>,
  from: CatalogIndex,
): Touched {
  const ids = new Set(desired)
  for (const id of around(steps, from)) ids.add(id)
  return [...ids].sort().map((id) => [id, digest(id, from)] as const)
}

export interface StaleObject {
  readonly object: ObjectId
  readonly change: 'changed' | 'appeared' | 'gone'
}

/** In what the second picture is not the first. */
export function compareTouched(then: Touched, now: Touched): StaleObject[] {
  const before = new Map(then)
  const after = new Map(now)
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((object): StaleObject[] => {
    const [old, current] = [before.get(object) ?? null, after.get(object) ?? null]
    if (old === current) return []
    return [{ object, change: old === null ? 'appeared' : current === null ? 'gone' : 'changed' }]
  })
}

function around(steps: readonly Pick<Step, 'target'>[], from: CatalogIndex): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const open = steps.flatMap(({ target }) => [target, relationOf(target, from) ?? target])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !from.has(id)) continue
    found.add(id)
    if (kindOf(id) === 'schema') continue // everybody lives in one
    for (const object of [...from.partsOf(id), ...from.dependentsOf(id), ...from.childrenOf(id)])
      open.push(object.id)
  }
  return found
}

/** Facts change with every row; schemas are looked at for being there only. */
function digest(id: ObjectId, from: CatalogIndex): string | null {
  const object = from.get(id)
  if (!object) return null
  if (object.kind === 'schema') return 'there'
  const { facts: _, ...compared } = object
  return hashTexts(JSON.stringify(compared)).slice(0, 16)
}
