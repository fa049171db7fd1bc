import { rolesOf } from '../catalog/roles.ts'
import type { Change } from '../diff/change.ts'

/** Roles that what is made or altered speaks of, by name; roles belong to the server, and no plan makes them. */
export function neededRoles(changes: readonly Change[], serverVersion: number, grants: boolean): string[] {
  const roles = changes.flatMap((change) => {
    if (change.kind === 'removed') return []
    return rolesOf(change.kind === 'altered' ? change.to : change.object, serverVersion, grants)
  })
  return [...new Set(roles)].sort()
}
