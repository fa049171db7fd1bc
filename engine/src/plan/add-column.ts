import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { fillNulls } from './alter/alter-column.ts'
import { columnDefinition, columnSettings } from './kinds/column.ts'
import { reaches } from './reach.ts'
import type { RowValues } from './row-values.ts'

/** A new column of a table that is there, with its default where that stands on nothing that needs the table. */
export function addColumn(
  column: ColumnObject,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  values: RowValues,
): Action[] {
  if (!column.attributes.local) return []
  const table = column.parent ?? ''
  const verb = table.startsWith('foreign-table:') ? 'ALTER FOREIGN TABLE' : 'ALTER TABLE'
  const defaults = to.partsOfKind(column.id, 'default').filter(
    ({ id, needs }) =>
      ids.has(id) &&
      !reaches(
        needs.filter((need) => need !== column.id),
        table,
        to,
      ),
  )
  const backfill = column.attributes.notNull && defaults.length === 0 ? values.backfill(column.id) : undefined
  const nullable: ColumnObject = { ...column, attributes: { ...column.attributes, notNull: false } }
  const definition = columnDefinition(
    backfill === undefined ? column : nullable,
    defaults[0]?.attributes.expression,
  )
  const makes = [column.id, ...defaults.map(({ id }) => id)]
  const needs = [...column.needs, ...defaults.flatMap((object) => object.needs)].filter(
    (id) => !makes.includes(id),
  )
  return [
    action('create', column.id, `${verb} ${pathOf(table)} ADD COLUMN ${definition}`, { makes, needs }),
    ...(backfill === undefined ? [] : fillNewColumn(column, backfill)),
    ...columnSettings(column).map((setting) =>
      action('alter', column.id, `${verb} ${pathOf(table)} ${setting}`, { needs: [column.id] }),
    ),
  ]
}

/** Null at first, then filled, then not null any more. */
function fillNewColumn(column: ColumnObject, expression: string): Action[] {
  const filled = `filled:${column.id}`
  const sql = `ALTER TABLE ${pathOf(column.parent ?? '')} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL`
  return [
    fillNulls(column, expression, filled),
    action('alter', column.id, sql, { needs: [filled], makes: [`not-null:${column.id}`] }),
  ]
}
