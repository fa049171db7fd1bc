import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'

/**
 * Tables of a set that may refer to each other in a circle: what is left when those are taken away, again and again,
 * that refer to no other or that no other refers to.
 */
export function tablesInCircles(tables: ReadonlySet<ObjectId>, index: CatalogIndex): ReadonlySet<ObjectId> {
  const targets = new Map<ObjectId, Set<ObjectId>>()
  const sources = new Map<ObjectId, Set<ObjectId>>()
  for (const table of tables) {
    targets.set(table, new Set())
    sources.set(table, new Set())
  }
  for (const table of tables)
    for (const { facts } of index.partsOfKind(table, 'constraint')) {
      const target = facts.references
      if (target === null || target === table || !tables.has(target)) continue
      targets.get(table)?.add(target)
      sources.get(target)?.add(table)
    }
  const left = new Set(tables)
  const open = [...tables]
  for (let table = open.pop(); table !== undefined; table = open.pop()) {
    if (!left.has(table) || (targets.get(table)?.size && sources.get(table)?.size)) continue
    left.delete(table)
    for (const source of sources.get(table) ?? []) {
      targets.get(source)?.delete(table)
      open.push(source)
    }
    for (const target of targets.get(table) ?? []) {
      sources.get(target)?.delete(table)
      open.push(target)
    }
  }
  return left
}
