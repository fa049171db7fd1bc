import { wordsOf } from '../sql/words.ts'
import type { CatalogObject } from './catalog.ts'
import type { CatalogIndex } from './index-catalog.ts'
import type { ObjectId } from './object.ts'
import { rootOf } from './roots.ts'

/** Kinds whose expressions PostgreSQL computes while it makes them: for their rows, or to plan that. */
export const evaluatedKinds: ReadonlySet<string> = new Set([
  'column',
  'constraint',
  'domain-constraint',
  'foreign-table',
  'index',
  'materialized-view',
  'table', // for its generated columns
])

/**
 * Finds what the functions that are called while an object is made speak of. A body that is text records no need of
 * that, so whatever has a name that occurs in it counts. What was given once is not given again.
 */
export function followCalls(index: CatalogIndex): (object: CatalogObject) => ObjectId[] {
  const seen = new Set<ObjectId>()
  let byName: ReadonlyMap<string, readonly ObjectId[]> | undefined
  return (object) => {
    if (!evaluatedKinds.has(object.kind) && object.kind !== 'default') return []
    const found: ObjectId[] = []
    const open = [...object.needs]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const needed = index.get(id)
      if (!needed || seen.has(id)) continue
      seen.add(id)
      open.push(...needed.needs)
      if (needed.kind !== 'function') continue
      byName ??= namedObjects(index)
      for (const word of wordsOf(needed.attributes.definition)) {
        const named = byName.get(word) ?? []
        found.push(...named)
        open.push(...named)
      }
    }
    return found
  }
}

/** What stands in a schema and is no part of anything else. */
function namedObjects({ catalog }: CatalogIndex): Map<string, ObjectId[]> {
  const named = new Map<string, ObjectId[]>()
  for (const object of catalog.objects.values()) {
    if (object.schema === null || rootOf(object, catalog) !== object.id) continue
    const others = named.get(object.name)
    if (others) others.push(object.id)
    else named.set(object.name, [object.id])
  }
  return named
}
