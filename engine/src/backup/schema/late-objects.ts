import type { CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'

/**
 * Objects that come after the rows: keys and indexes (built faster over rows that are there), foreign keys (the
 * tables come in any order), triggers and rules (they must not fire), policies, materialized views, and all that
 * needs one of these. What a table itself needs is never late.
 */
export function lateObjects(index: CatalogIndex): ReadonlySet<ObjectId> {
  const early = neededByTables(index)
  const late = new Set<ObjectId>()
  const open = [...index.catalog.objects.values()].filter(isLate).map(({ id }) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (late.has(id) || early.has(id)) continue
    late.add(id)
    open.push(...[...index.dependentsOf(id), ...index.partsOf(id)].map((object) => object.id))
  }
  return late
}

function neededByTables(index: CatalogIndex): ReadonlySet<ObjectId> {
  const early = new Set<ObjectId>()
  const open = [...index.catalog.objects.values()].filter(holdsRows).map(({ id }) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const object = index.get(id)
    if (!object || early.has(id)) continue
    early.add(id)
    open.push(...object.needs, ...(object.parent ? [object.parent] : []))
  }
  return early
}

function holdsRows({ kind }: CatalogObject): boolean {
  return ['table', 'foreign-table', 'column', 'default', 'sequence'].includes(kind)
}

const lateKinds: ReadonlySet<string> = new Set([
  'default-privilege',
  'event-trigger',
  'extension-dependency',
  'index',
  'materialized-view',
  'policy',
  'publication',
  'publication-schema',
  'publication-table',
  'rule',
  'statistics',
  'subscription',
  'trigger',
  'trigger-state',
])

function isLate(object: CatalogObject): boolean {
  if (object.kind !== 'constraint') return lateKinds.has(object.kind)
  return object.attributes.type !== 'check' || !object.attributes.validated
}
