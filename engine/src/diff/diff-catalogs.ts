import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import type { Change } from './change.ts'
import { compareObjects } from './compare-objects.ts'
import type { Scope } from './scope.ts'

export interface DiffOptions {
  /** Whether owners, grants and default privileges count. */
  readonly grants: boolean
}

/**
 * All that must change for `from` to become `to`, within a scope; in the order of ids.
 * Linear in the number of objects; knows no kind of object by name, but that default privileges are grants.
 */
export function diffCatalogs(
  from: Catalog,
  to: Catalog,
  scope: Scope,
  { grants }: DiffOptions = { grants: false },
): Change[] {
  const comparison = { from: from.serverVersion, to: to.serverVersion, grants }
  const counts = ({ kind }: CatalogObject) => grants || kind !== 'default-privilege'
  const changes: Change[] = []
  for (const object of to.objects.values()) {
    if (!counts(object)) continue
    const existing = from.objects.get(object.id)
    if (!existing) {
      if (scope.mayAdd(object)) changes.push({ kind: 'added', object })
      continue
    }
    if (!scope.mayAlter(object)) continue
    const differences = compareObjects(existing, object, comparison)
    if (differences.length > 0) changes.push({ kind: 'altered', from: existing, to: object, differences })
  }
  for (const object of from.objects.values()) {
    if (counts(object) && !to.objects.has(object.id) && scope.mayRemove(object))
      changes.push({ kind: 'removed', object })
  }
  return changes
}
