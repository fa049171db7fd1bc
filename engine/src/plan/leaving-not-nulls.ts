import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { originalsOf } from './inheritance.ts'
import { nameOfNotNull, notNullAddition, usualNameOfNotNull } from './kinds/not-null.ts'
import { isNotNull, stayingNotNulls } from './staying-not-nulls.ts'

/** Where a parent's NOT NULL goes. */
export function leavingNotNulls(
  parents: readonly ColumnObject[],
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const lost = new Map(
    parents.flatMap((parent) => stayingNotNulls(parent, from, to).map((copy) => [copy.id, { copy, parent }])),
  )
  const isNamed = Math.min(from.catalog.serverVersion, to.catalog.serverVersion) >= 180000
  // before 18 a parent's goes from all below, whoever else they inherit it from
  const hasOther = (id: ObjectId) => isNotNull(id, to) && (isNamed || lost.has(id))
  return [...lost.values()]
    .filter(({ copy }) => !originalsOf(copy, to).some(hasOther))
    .flatMap(({ copy, parent }) => (isNamed ? keptAsItsOwn(copy, parent, from) : [madeAnew(copy)]))
}

/** Since 18 it can be told, without a look at the rows, that it is no longer its parent's alone. */
function keptAsItsOwn(column: ColumnObject, parent: ColumnObject, from: CatalogIndex): Action[] {
  const alter = `ALTER TABLE ${pathOf(column.parent ?? '')}`
  const before = from.get(column.id)
  const old = before?.kind === 'column' ? nameOfNotNull(before) : null
  const wanted = column.attributes.notNullName ?? usualNameOfNotNull(column)
  const keep = action(
    'alter',
    column.id,
    `${alter} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL`,
    {
      makes: [`children-ready:${parent.id}`],
    },
  )
  if (old === null || old === wanted) return [keep]
  const rename = `${alter} RENAME CONSTRAINT ${quoteIdentifier(old)} TO ${quoteIdentifier(wanted)}`
  return [keep, action('alter', column.id, rename, { needs: [`inherited-null:${column.id}`] })]
}

function madeAnew(column: ColumnObject): Action {
  return action('alter', column.id, `ALTER TABLE ${pathOf(column.parent ?? '')} ${notNullAddition(column)}`, {
    needs: [`inherited-null:${column.id}`],
    makes: [`not-null:${column.id}`],
    does: column.attributes.notNullValid ? 'not-null' : null,
  })
}
