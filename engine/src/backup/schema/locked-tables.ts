import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'

/**
 * The tables that a statement about an object locks: its own and the one it refers to. Partitions count as the table
 * they belong to, because what is done to that one is done to all of them.
 */
export function lockedTables(target: ObjectId, index: CatalogIndex): ObjectId[] {
  const object = index.get(target)
  if (!object) return []
  if (object.kind === 'table') return [rootTable(target, index)]
  const references = object.kind === 'constraint' && object.facts.references ? [object.facts.references] : []
  const own = object.parent && !object.parent.startsWith('schema:') ? lockedTables(object.parent, index) : []
  return [...new Set([...own, ...references.map((id) => rootTable(id, index))])]
}

function rootTable(id: ObjectId, index: CatalogIndex): ObjectId {
  const table = index.get(id)
  const parent = table?.kind === 'table' ? table.attributes.partitionOf : null
  return parent ? rootTable(parent, index) : id
}
