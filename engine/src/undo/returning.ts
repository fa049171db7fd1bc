import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { nameOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ParkedRecord } from '../journal/parked.ts'
import type { NumberedThing } from '../plan/park/parked-thing.ts'
import type { ChosenRuns } from './chosen-runs.ts'
import { nameAfter } from './renames-back.ts'

/**
 * What these runs parked and was there before them, in the names of now. Of an object that was parked, made again and
 * parked again, the first is the one that was there; where another has its place now, it stays parked.
 */
export function returning(
  parked: readonly ParkedRecord[],
  { first, since }: ChosenRuns,
  before: Catalog,
  now: Catalog,
): NumberedThing[] {
  const renames = since.map((run) => run.renames)
  const wanted = new Set([...before.objects.keys()].map((id) => nameAfter(id, renames)))
  const found = new Map<ObjectId, NumberedThing>()
  for (const { run, object, name, number, kept } of parked) {
    if (run < first) continue
    const later = since.filter(({ id }) => id > run).map((each) => each.renames)
    const called = (id: ObjectId) => nameAfter(id, later)
    const own = called(object)
    if (!wanted.has(own) || now.objects.has(own) || found.has(own)) continue
    const current = later.some((each) => each.length > 0) ? kept.map((part) => renamed(part, called)) : kept
    found.set(own, { object: own, name, number, kept: current })
  }
  return [...found.values()]
}

function renamed(part: CatalogObject, called: (id: ObjectId) => ObjectId): CatalogObject {
  const id = called(part.id)
  return {
    ...part,
    id,
    name: id === part.id ? part.name : nameOf(id),
    parent: part.parent === null ? null : called(part.parent),
    needs: part.needs.map(called),
  } as CatalogObject
}
