import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/** Columns that tell a person which row it is. */
export function keyOf(table: ObjectId, index: CatalogIndex): string[] {
  const key = index
    .partsOfKind(table, 'constraint')
    .find(({ attributes }) => attributes.type === 'primary-key')
  if (key) return [...key.facts.columns]
  return index
    .partsOfKind(table, 'column')
    .slice(0, 3)
    .map((column) => column.name)
}
