import type { ObjectId } from '../../../catalog/object.ts'
import type { Action } from '../../action.ts'
import type { Kitchen } from '../recipe.ts'
import { grow, growthOf, isNotNull } from './grow.ts'
import { readyMarks, remake } from './remake.ts'
import { type RetypedColumn, retypedColumn } from './retyped-column.ts'
import { swap } from './swap.ts'

/**
 * Columns whose new type would write the table anew get it by expand and contract: a second column grows beside the
 * first, is kept equal by a trigger and filled in batches, gets its indexes while everybody works, and takes the name
 * of the first in one short transaction. All columns of a table go together: one trigger, one pass over the rows.
 */
export function expandAndContract(actions: readonly Action[], kitchen: Kitchen): Action[] {
  const columns = actions.flatMap((each) => retypedColumn(each, kitchen) ?? [])
  if (columns.length === 0) return [...actions]
  const replaced = new Set(columns.map(({ action }) => action))
  return [
    ...actions.filter((each) => !replaced.has(each)),
    ...[...byTable(columns)].flatMap(([table, own]) => {
      const growth = growthOf(table, own, kitchen)
      const proved = own.filter(isNotNull).map(({ to }) => `proved:${to.id}`)
      return [...grow(growth, kitchen), ...swap(growth, [...readyMarks(own), ...proved], kitchen)]
    }),
    ...remake(columns, kitchen),
  ]
}

function byTable(columns: readonly RetypedColumn[]): Map<ObjectId, RetypedColumn[]> {
  const tables = new Map<ObjectId, RetypedColumn[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return tables
}
