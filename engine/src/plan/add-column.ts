import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { type Action, action } from './action.ts'
import { columnDefinition, columnSettings } from './kinds/column.ts'
import { reaches } from './reach.ts'

/** A new column of a table that is there, with its default where that stands on nothing that needs the table. */
export function addColumn(column: ColumnObject, ids: ReadonlySet<ObjectId>, to: CatalogIndex): Action[] {
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
  const definition = columnDefinition(column, defaults[0]?.attributes.expression)
  const makes = [column.id, ...defaults.map(({ id }) => id)]
  const needs = [...column.needs, ...defaults.flatMap((object) => object.needs)].filter(
    (id) => !makes.includes(id),
  )
  return [
    action('create', column.id, `${verb} ${pathOf(table)} ADD COLUMN ${definition}`, { makes, needs }),
    ...columnSettings(column).map((setting) =>
      action('alter', column.id, `${verb} ${pathOf(table)} ${setting}`, { needs: [column.id] }),
    ),
  ]
}
