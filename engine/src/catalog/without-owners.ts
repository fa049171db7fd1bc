import type { Catalog, CatalogObject } from './catalog.ts'
import { sortById } from './sort.ts'

/**
 * A catalog in which whoever made it owns nothing: a script that says nothing of owners leaves them to whoever runs
 * it elsewhere. What was given to others stays.
 */
export function withoutOwners(catalog: Catalog): Catalog {
  const objects = [...catalog.objects.values()].map((object) => withoutOwner(object, catalog.role))
  return { ...catalog, objects: sortById(objects) }
}

function withoutOwner(object: CatalogObject, maker: string): CatalogObject {
  const tableOwner = object.kind === 'column' ? object.facts.tableOwner : null
  if ((object.owner ?? tableOwner) !== maker) return object
  const own = new RegExp(`^(?:\\([^)]*\\) )?${maker}=`)
  const grants = object.grants?.filter((item) => !own.test(item)) ?? null
  const ownerless = { ...object, owner: null, grants }
  if (ownerless.kind !== 'column') return ownerless
  return { ...ownerless, facts: { ...ownerless.facts, tableOwner: null } }
}
