import type { Catalog } from '../catalog/catalog.ts'
import type { Change } from './change.ts'
import { compareObjects } from './compare-objects.ts'
import type { Scope } from './scope.ts'

/**
 * All that must change for `from` to become `to`, within a scope; in the order of ids.
 * Linear in the number of objects; knows no kind of object by name.
 */
export function diffCatalogs(from: Catalog, to: Catalog, scope: Scope): Change[] {
  const majors = { from: from.serverVersion, to: to.serverVersion }
  const changes: Change[] = []
  for (const object of to.objects.values()) {
    const existing = from.objects.get(object.id)
    if (!existing) {
      if (scope.mayAdd(object)) changes.push({ kind: 'added', object })
      continue
    }
    const differences = compareObjects(existing, object, majors)
    if (differences.length > 0) changes.push({ kind: 'altered', from: existing, to: object, differences })
  }
  for (const object of from.objects.values()) {
    if (!to.objects.has(object.id) && scope.mayRemove(object)) changes.push({ kind: 'removed', object })
  }
  return changes
}
