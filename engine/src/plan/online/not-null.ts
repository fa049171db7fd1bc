import { partId, pathOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { nameOfNotNull } from '../kinds/not-null.ts'
import { notNullTest } from '../kinds/null-test.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/** SET NOT NULL without reading the table under a strong lock. */
export const provedNotNull: Recipe = (each, { from, to, isBusy, ...kitchen }) => {
  const column = to.get(each.target)
  if (each.does !== 'not-null' || column?.kind !== 'column' || !isBusy(column.parent)) return undefined
  return from.catalog.serverVersion >= 180000
    ? validatedNotNull(each, column)
    : checkedNotNull(each, column, kitchen)
}

/** PostgreSQL 18 knows NOT NULL constraints that hold for new rows and are validated later. */
function validatedNotNull(each: Action, column: ColumnObject): Action[] {
  const table = `ALTER TABLE ${pathOf(column.parent ?? '')}`
  const name = quoteIdentifier(nameOfNotNull(column))
  const unproved = `unproved:${column.id}`
  const inherit = column.attributes.notNullNoInherit ? ' NO INHERIT' : ''
  const add = `${table} ADD CONSTRAINT ${name} NOT NULL ${quoteIdentifier(column.name)}${inherit} NOT VALID`
  return [
    { ...each, sql: add, makes: [unproved], does: null },
    action('alter', column.id, `${table} VALIDATE CONSTRAINT ${name}`, {
      needs: [unproved],
      makes: each.makes,
      transaction: 'own',
      does: 'validate',
    }),
  ]
}

/** Before 18 a validated check that says the same spares SET NOT NULL its scan (manual: ALTER TABLE, SET NOT NULL). */
function checkedNotNull(
  each: Action,
  column: ColumnObject,
  { leftover, reuse }: Pick<Kitchen, 'leftover' | 'reuse'>,
): Action[] {
  const table = `ALTER TABLE ${pathOf(column.parent ?? '')}`
  const name = helperName('proof', column.id)
  const proof = quoteIdentifier(name)
  const id = partId('constraint', column.parent ?? '', name)
  const isThere = leftover(id) !== undefined
  if (isThere) reuse(id)
  const [unproved, proved] = [`unproved:${column.id}`, `proved:${column.id}`]
  const add = `${table} ADD CONSTRAINT ${proof} CHECK (${notNullTest(column)}) NOT VALID`
  return [
    { ...each, sql: isThere ? '' : add, makes: [unproved], does: null },
    action('alter', column.id, `${table} VALIDATE CONSTRAINT ${proof}`, {
      needs: [unproved],
      makes: [proved],
      transaction: 'own',
      does: 'validate',
    }),
    { ...each, needs: [proved], does: null },
    action('alter', column.id, `${table} DROP CONSTRAINT ${proof}`, { needs: each.makes }),
  ]
}
