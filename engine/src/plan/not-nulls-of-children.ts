import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { Change } from '../diff/change.ts'
import type { Action } from './action.ts'
import { joiningNotNulls } from './joining-not-nulls.ts'
import { leavingNotNulls } from './leaving-not-nulls.ts'
import { isNotNull } from './staying-not-nulls.ts'

/**
 * A child's NOT NULL that stays while its parent's comes or goes: before it becomes the parent's it is called as that
 * one (an inherited one cannot be renamed) or goes; where the parent's goes it becomes its own, or is made anew.
 */
export function notNullsOfChildren(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const parents = changes
    .flatMap((change) => (change.kind === 'altered' && change.to.kind === 'column' ? [change.to] : []))
    .filter(({ id }) => isNotNull(id, from) !== isNotNull(id, to))
  return [
    ...parents
      .filter(({ attributes }) => attributes.notNull)
      .flatMap((parent) => joiningNotNulls(parent, from, to)),
    ...leavingNotNulls(
      parents.filter(({ attributes }) => !attributes.notNull),
      from,
      to,
    ),
  ]
}
