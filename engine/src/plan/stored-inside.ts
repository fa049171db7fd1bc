import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/**
 * Is a value of the domain kept inside another: an array, a composite or table row, a range? Values there cannot be
 * looked through, so PostgreSQL refuses a new NOT NULL or CHECK (get_rels_with_domain, src/backend/commands/typecmds.c).
 */
export function isStoredInside(domain: ObjectId, index: CatalogIndex): boolean {
  return index.dependentsOf(domain).some((dependent) => {
    switch (dependent.kind) {
      case 'column':
        return dependent.attributes.type === pathOf(domain)
          ? isStored(dependent.parent ?? '', index)
          : isInTable(dependent.parent)
      case 'composite':
      case 'range':
        return isStored(dependent.id, index)
      case 'domain':
        return isStoredInside(dependent.id, index)
      default:
        return false
    }
  })
}

/** Does a column of some table hold values of the type, or of one that consists of it? */
function isStored(type: ObjectId, index: CatalogIndex): boolean {
  return index.dependentsOf(type).some(({ id, kind, parent }) => {
    switch (kind) {
      case 'column':
        return parent !== type && isInTable(parent)
      case 'composite':
      case 'range':
      case 'domain':
        return isStored(id, index)
      default:
        return false
    }
  })
}

function isInTable(owner: ObjectId | null): boolean {
  return owner?.startsWith('table:') === true
}
