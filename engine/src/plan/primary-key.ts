import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ColumnObject, ConstraintObject } from '../catalog/relations.ts'

/** The primary key that a column is in. */
export function primaryKeyOver(
  { name, parent }: ColumnObject,
  index: CatalogIndex,
): ConstraintObject | undefined {
  return index
    .partsOfKind(parent ?? '', 'constraint')
    .find(({ attributes, facts }) => attributes.type === 'primary-key' && facts.columns.includes(name))
}
