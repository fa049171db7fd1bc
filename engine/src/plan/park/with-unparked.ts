import type { Catalog } from '../../catalog/catalog.ts'
import { sortById } from '../../catalog/sort.ts'
import type { ParkedThing } from './parked-thing.ts'

/** A database as if these had come back already. */
export function withUnparked(catalog: Catalog, things: readonly ParkedThing[]): Catalog {
  if (things.length === 0) return catalog
  const kept = things.flatMap((thing) => thing.kept)
  return { ...catalog, objects: sortById([...catalog.objects.values(), ...kept]) }
}
