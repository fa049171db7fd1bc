import type { CatalogObject } from '../catalog/catalog.ts'
import { type Privileges, privilegeLines, privilegesOf } from '../catalog/privileges.ts'
import type { Difference } from './change.ts'
import type { Majors } from './compare-objects.ts'

/** Owner and grants, where both sides say anything of them (a scratch has no roles to own things). */
export function comparePrivileges(from: CatalogObject, to: CatalogObject, majors: Majors): Difference[] {
  if (isStockPublic(to, majors.to) && (to.owner === null || isStockPublic(from, majors.from))) return []
  const differences: Difference[] = []
  if (from.owner !== null && to.owner !== null && from.owner !== to.owner && hasOwnerOfItsOwn(to))
    differences.push({ attribute: 'owner', from: from.owner, to: to.owner })
  const before = lines(privilegesOf(from, majors.from), majors)
  const after = lines(privilegesOf(to, majors.to), majors)
  if (before.join() !== after.join()) differences.push({ attribute: 'grants', from: before, to: after })
  return differences
}

/** MAINTAIN came with 17: where one side is older nothing can be said about it. */
function lines(privileges: Privileges, { from, to }: Majors): string[] {
  if (Math.min(from, to) >= 170000) return privilegeLines(privileges)
  return privilegeLines(new Map([...privileges].filter(([, { privilege }]) => privilege !== 'MAINTAIN')))
}

/** A sequence that belongs to a column has its table's owner; an extension keeps its own for ever. */
function hasOwnerOfItsOwn(object: CatalogObject): boolean {
  if (object.kind === 'extension') return false
  return object.kind !== 'sequence' || object.attributes.ownedBy === null
}

/** The schema that every new database has says nothing: its owner and privileges changed with 15. */
function isStockPublic({ id, grants }: CatalogObject, serverVersion: number): boolean {
  if (id !== 'schema:public') return false
  const everybody = serverVersion >= 150000 ? '=U/' : '=UC/'
  return grants === null || (grants.length <= 2 && grants.some((item) => item.startsWith(everybody)))
}
