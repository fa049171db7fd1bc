import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { copiesOf } from './inheritance.ts'

/** Columns of children that are NOT NULL on both sides. */
export function stayingNotNulls(parent: ColumnObject, from: CatalogIndex, to: CatalogIndex): ColumnObject[] {
  const before = new Set(copiesOf(parent, from).map(({ id }) => id))
  return copiesOf(parent, to).filter(
    (copy): copy is ColumnObject =>
      copy.kind === 'column' && before.has(copy.id) && isNotNull(copy.id, from) && isNotNull(copy.id, to),
  )
}

export function isNotNull(id: ObjectId, index: CatalogIndex): boolean {
  const column = index.get(id)
  return column?.kind === 'column' && column.attributes.notNull
}
