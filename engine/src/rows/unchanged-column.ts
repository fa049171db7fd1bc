import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/**
 * Questions to rows speak of columns as they are; one that is new or gets another type is tried by its own change, and
 * one of an enum that gets or loses labels cannot be asked about these.
 */
export function isUnchangedColumn(id: ObjectId, from: CatalogIndex, to: CatalogIndex): boolean {
  const before = from.get(id)
  const after = to.get(id)
  return (
    before?.kind === 'column' &&
    after?.kind === 'column' &&
    before.attributes.type === after.attributes.type &&
    before.needs.every((need) => haveSameLabels(from.get(need), to.get(need)))
  )
}

function haveSameLabels(before: CatalogObject | undefined, after: CatalogObject | undefined): boolean {
  if (before?.kind !== 'enum' || after?.kind !== 'enum') return true
  return before.attributes.labels.join() === after.attributes.labels.join()
}
