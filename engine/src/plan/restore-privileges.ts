import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Action, action } from './action.ts'
import { grantStatements } from './kinds/grants.ts'

/** An object that was made anew gets back the owner and the grants that it had. */
export function restorePrivileges(ids: readonly ObjectId[], from: CatalogIndex, to: CatalogIndex): Action[] {
  return ids.flatMap((id) => {
    const before = from.get(id)
    const after = to.get(id)
    return before && after ? restore(before, after) : []
  })
}

function restore(before: CatalogObject, after: CatalogObject): Action[] {
  if (before.grants === null) return []
  return grantStatements(after, before.grants, before.owner).map((sql) =>
    action('alter', after.id, sql, { needs: [after.id] }),
  )
}
