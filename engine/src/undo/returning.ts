import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { nameOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ParkedRecord } from '../journal/parked.ts'
import { followTypes } from '../plan/park/follow-types.ts'
import { isOfType } from '../plan/park/kept-parts.ts'
import type { NumberedThing } from '../plan/park/parked-thing.ts'
import type { ChosenRuns } from './chosen-runs.ts'
import { nameAfter } from './renames-back.ts'

export interface Returning {
  /** What comes back, in the names of now. */
  readonly things: readonly NumberedThing[]
  /** What cannot: another one stands in its place. It stays parked. */
  readonly taken: readonly ObjectId[]
}

/**
 * What these runs parked and was there before them. Of an object that was parked, made again and parked again, the
 * first is the one that was there.
 */
export function returning(
  parked: readonly ParkedRecord[],
  { first, since }: ChosenRuns,
  before: Catalog,
  now: Catalog,
): Returning {
  const renames = since.map((run) => run.renames)
  const wanted = new Set([...before.objects.keys()].map((id) => nameAfter(id, renames)))
  const known = parked
    .filter(({ run }) => run >= first)
    .map(({ run, object, name, number, kept }): NumberedThing => {
      // new names come last in a run, so its own as well
      const later = since.filter(({ id }) => id >= run).map((each) => each.renames)
      const called = (id: ObjectId) => nameAfter(id, later)
      const current = later.some((each) => each.length > 0) ? kept.map((part) => renamed(part, called)) : kept
      return { object: called(object), name, number, kept: current }
    })
  const found = new Map<ObjectId, NumberedThing>()
  for (const thing of known)
    if (wanted.has(thing.object) && !found.has(thing.object)) found.set(thing.object, thing)
  const isThere = ({ object }: NumberedThing) => now.objects.has(object)
  const things = [...found.values()].filter((thing) => !isThere(thing))
  return {
    things: followTypes(things, known),
    // types hold nothing: whatever is of them follows
    taken: [...found.values()].flatMap((thing) =>
      isThere(thing) && !isOfType(thing.object) ? [thing.object] : [],
    ),
  }
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
