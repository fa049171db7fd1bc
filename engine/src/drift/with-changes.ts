import type { Catalog } from '../catalog/catalog.ts'
import { sortById } from '../catalog/sort.ts'
import type { Change } from '../diff/change.ts'

/** A catalog as it is once these changes have come over it. */
export function withChanges(catalog: Catalog, changes: readonly Change[]): Catalog {
  const objects = new Map(catalog.objects)
  for (const change of changes) {
    switch (change.kind) {
      case 'added':
        objects.set(change.object.id, change.object)
        break
      case 'removed':
        objects.delete(change.object.id)
        break
      case 'altered':
        objects.set(change.to.id, change.to)
    }
  }
  return { ...catalog, objects: sortById(objects.values()) }
}
