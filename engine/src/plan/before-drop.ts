import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import { type Action, action } from './action.ts'
import { defaultPrivilegeStatements } from './kinds/grants.ts'

/**
 * What must be said before DROP. A subscription lets go of its slot, because DROP would connect to the publisher to
 * remove that as well, which no transaction can do (manual: DROP SUBSCRIPTION); the slot stays there.
 */
export function beforeDrop(object: CatalogObject): Action[] {
  const frees = [object.id]
  if (object.kind === 'default-privilege')
    return defaultPrivilegeStatements(object, undefined)
      .slice(0, -1) // the last one is the drop
      .map((sql) => action('alter', object.id, sql, { frees }))
  if (object.kind !== 'subscription') return []
  const { enabled, slot } = object.attributes
  const paused = `paused:${object.id}`
  const alter = `ALTER SUBSCRIPTION ${pathOf(object.id)}`
  return [
    ...(enabled ? [action('alter', object.id, `${alter} DISABLE`, { frees, makes: [paused] })] : []),
    ...(slot === null
      ? []
      : [action('alter', object.id, `${alter} SET (slot_name = NONE)`, { frees, needs: [paused] })]),
  ]
}
