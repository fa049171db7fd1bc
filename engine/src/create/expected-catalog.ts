import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { kindOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import { sortById } from '../catalog/sort.ts'
import type { Action } from '../plan/action.ts'

/**
 * A database as a creation will leave it: the journal is told in the message of the creation itself, before anything
 * can be read back. PostgreSQL makes some things of its own accord, such as the indexes of partitions.
 */
export function expectedCatalog(actions: readonly Action[], before: Catalog, desired: Catalog): Catalog {
  const made = new Set(actions.flatMap(({ makes }) => makes))
  const isMade = (id: ObjectId | null): boolean => {
    const object = id === null || kindOf(id) === 'schema' ? undefined : desired.objects.get(id)
    return object !== undefined && comesWith(object)
  }
  const comesWith = (object: CatalogObject): boolean =>
    made.has(object.id) ||
    isMade(object.parent) ||
    (object.kind === 'index' && isMade(object.attributes.attachedTo))
  const added = [...desired.objects.values()].filter(
    (object) => !before.objects.has(object.id) && comesWith(object),
  )
  return { ...before, objects: sortById([...before.objects.values(), ...added]) }
}
