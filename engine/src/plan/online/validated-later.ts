import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { isPartitioned } from './index-build.ts'
import type { Recipe } from './recipe.ts'

/**
 * A foreign key or check is added NOT VALID, which looks at no row, and validated in a transaction of its own under a
 * lock that lets reads and writes pass (manual: ALTER TABLE, VALIDATE CONSTRAINT).
 */
export const validatedLater: Recipe = (each, { from, to, isBusy }) => {
  const constraint = to.get(each.target)
  if (each.verb !== 'create' || constraint?.kind !== 'constraint' || !isBusy(constraint.parent))
    return undefined
  const { type, validated } = constraint.attributes
  if (!validated || (type !== 'foreign-key' && type !== 'check')) return undefined
  const isReference = type === 'foreign-key'
  if (isReference && isPartitioned(constraint.parent, from) && from.catalog.serverVersion < 180000)
    return undefined
  const name = quoteIdentifier(constraint.name)
  const sql = `ALTER TABLE ${pathOf(constraint.parent ?? '')} VALIDATE CONSTRAINT ${name}`
  return [
    { ...each, sql: `${each.sql} NOT VALID` },
    action('alter', constraint.id, sql, { needs: [constraint.id], transaction: 'own', does: 'validate' }),
  ]
}

/** VALIDATE of a constraint that is there already. */
export const validatedApart: Recipe = (each, { to, isBusy }) => {
  if (each.does !== 'validate' || each.transaction !== 'shared') return undefined
  return isBusy(to.get(each.target)?.parent) ? [{ ...each, transaction: 'own' }] : undefined
}
