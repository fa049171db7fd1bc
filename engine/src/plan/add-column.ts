import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject, DefaultObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { fillNulls } from './alter/alter-column.ts'
import { alterAlone, copiesOf, originalsOf } from './inheritance.ts'
import { columnDefinition, columnSettings } from './kinds/column.ts'
import { nameOfNotNull, notNullAddition, usualNameOfNotNull } from './kinds/not-null.ts'
import { reaches } from './reach.ts'
import type { RowValues } from './row-values.ts'

/**
 * A new column of a table that is there, with its default where that stands on nothing that needs the table.
 * @param copies the columns that partitions and children get with it
 */
export function addColumn(
  column: ColumnObject,
  copies: readonly CatalogObject[],
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  values: RowValues,
): Action[] {
  const table = column.parent ?? ''
  const verb = table.startsWith('foreign-table:') ? 'ALTER FOREIGN TABLE' : 'ALTER TABLE'
  const inline = inlineDefault(column, ids, to)
  const backfill = column.attributes.notNull && !inline ? values.backfill(column.id) : undefined
  const nullable: ColumnObject = { ...column, attributes: { ...column.attributes, notNull: false } }
  const definition = columnDefinition(
    backfill === undefined ? withNameOfNotNull(column) : nullable,
    inline?.attributes.expression,
  )
  const columns = [column, ...copies.filter((copy) => copy.kind === 'column')]
  const defaults = columns.flatMap((each) =>
    to.partsOfKind(each.id, 'default').filter((one) => isLike(one, inline)),
  )
  const makes = [...columns, ...defaults].map(({ id }) => id)
  const made = new Set(makes)
  // columns of children that it merges with are of its type by then
  const merged = copiesOf(column, to).flatMap(({ id }) => (ids.has(id) || made.has(id) ? [] : [id]))
  const needs = [...columns, ...defaults].flatMap((object) => object.needs).filter((id) => !made.has(id))
  return [
    action('create', column.id, `${verb} ${pathOf(table)} ADD COLUMN ${definition}`, {
      makes,
      needs: [...needs, ...merged],
      prefers: originalsOf(column, to), // a name that is taken over is taken second
      does: 'add-column',
    }),
    ...(backfill === undefined ? [] : fillNewColumn(column, backfill)),
    ...columns.flatMap((each) =>
      [...columnSettings(each), ...(inline ? withoutDefault(each, to) : [])].map((setting) =>
        action('alter', each.id, `${alterAlone(each.parent ?? '', to)} ${setting}`, { needs: [each.id] }),
      ),
    ),
  ]
}

/** Of a table that is to join a parent: its NOT NULL is called as the parent's, not as its own would be (PostgreSQL 18). */
function withNameOfNotNull(column: ColumnObject): ColumnObject {
  if (!column.attributes.notNull || nameOfNotNull(column) === usualNameOfNotNull(column)) return column
  return { ...column, attributes: { ...column.attributes, notNullName: nameOfNotNull(column) } }
}

function inlineDefault(
  column: ColumnObject,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
): DefaultObject | undefined {
  return to.partsOfKind(column.id, 'default').find(
    ({ id, needs }) =>
      ids.has(id) &&
      !reaches(
        needs.filter((need) => need !== column.id),
        column.parent ?? '',
        to,
      ),
  )
}

function isLike(one: DefaultObject, inline: DefaultObject | undefined): boolean {
  return inline !== undefined && one.attributes.expression === inline.attributes.expression
}

/** A copy that is to have no default got its parent's. */
function withoutDefault(column: ColumnObject, to: CatalogIndex): string[] {
  if (to.partsOfKind(column.id, 'default').length > 0) return []
  return [`ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`]
}

/** Null at first, then filled, then not null any more. */
function fillNewColumn(column: ColumnObject, expression: string): Action[] {
  const filled = `filled:${column.id}`
  const sql = `ALTER TABLE ${pathOf(column.parent ?? '')} ${notNullAddition(column)}`
  return [
    fillNulls(column, expression, filled),
    action('alter', column.id, sql, { needs: [filled], makes: [`not-null:${column.id}`], does: 'not-null' }),
  ]
}
