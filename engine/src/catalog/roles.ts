import type { CatalogObject } from './catalog.ts'
import { bareName, privilegesOf, theOwner } from './privileges.ts'

/** Roles that a statement making this object would name; owner and grantees only where grants count. */
export function rolesOf(object: CatalogObject, serverVersion: number, grants: boolean): string[] {
  const named = rolesNamedBy(object)
  if (!grants) return named
  const grantees = [...privilegesOf(object, serverVersion).values()].map(({ grantee }) => grantee)
  return [...named, ...(object.owner === null ? [] : [object.owner]), ...bare(grantees)]
}

function rolesNamedBy(object: CatalogObject): string[] {
  switch (object.kind) {
    case 'policy':
      return bare(object.attributes.roles)
    case 'user-mapping':
      return bare([object.facts.user])
    case 'default-privilege':
      return [object.facts.role, ...bare(object.facts.privileges.map(({ grantee }) => grantee))]
    default:
      return []
  }
}

/** Without the words that stand for roles and are none. */
function bare(names: readonly string[]): string[] {
  return names.filter((name) => name !== 'PUBLIC' && name !== theOwner).map(bareName)
}
