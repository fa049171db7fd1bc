import type { ObjectId } from '../../../catalog/object.ts'
import type { Action } from '../../action.ts'
import type { Kitchen } from '../recipe.ts'
import { grow, growthOf, isNotNull } from './grow.ts'
import { type MovedType, moveType } from './moved-type.ts'
import { readyMarks, remake } from './remake.ts'
import { followsType, type RetypedColumn, retypedColumn } from './retyped-column.ts'
import { swap } from './swap.ts'

/**
 * Columns whose new type would write the table anew get it by expand and contract: a second column grows beside the
 * first, is kept equal by a trigger and filled in batches, gets its indexes while everybody works, and takes the name
 * of the first in one short transaction. All columns of a table go together: one trigger, one pass over the rows. An
 * enum that loses values is swapped in the same transaction, with all columns that have it.
 */
export function expandAndContract(actions: readonly Action[], kitchen: Kitchen): Action[] {
  const columns = actions.flatMap((each) => retypedColumn(each, kitchen) ?? [])
  if (columns.length === 0) return [...actions]
  const replaced = new Set(columns.map(({ action }) => action))
  const remade = new Set(
    columns.flatMap(({ dependents }) =>
      dependents.filter((each) => followsType(each, kitchen)).map(({ id }) => id),
    ),
  )
  const others = actions
    .filter((each) => !replaced.has(each) && !remade.has(each.target))
    .map((each) => guardingUntilSwap(each, columns, kitchen))
  return [
    ...withTypes(others, columns, kitchen),
    ...[...byTable(columns)].flatMap(([table, own]) => {
      const growth = growthOf(table, own, kitchen)
      return [...grow(growth, kitchen), ...swap(growth, readiness(columns, own), kitchen)]
    }),
    ...remake(columns, kitchen),
  ]
}

/** What an exclusion constraint forbids nobody writes while rows are filled, whatever follows it, under whatever name. */
function guardingUntilSwap(each: Action, columns: readonly RetypedColumn[], { from }: Kitchen): Action {
  const guard = each.verb === 'drop' ? from.get(each.target) : undefined
  if (guard?.kind !== 'constraint' || guard.attributes.type !== 'exclusion') return each
  const own = columns.filter((column) => guard.needs.includes(column.from.id))
  return own.length === 0 ? each : { ...each, prefers: [...each.prefers, ...readiness(columns, own)] }
}

function withTypes(actions: Action[], columns: readonly RetypedColumn[], kitchen: Kitchen): Action[] {
  const types = new Map<ObjectId, MovedType>()
  for (const { moved } of columns) if (moved) types.set(moved.type.id, moved)
  return [...types.values()].reduce((each, moved) => {
    const own = columns.filter((column) => column.moved?.type.id === moved.type.id)
    return moveType(each, moved, readiness(columns, own), kitchen)
  }, actions)
}

/** What must be there before these columns are swapped. Columns that share a type are swapped at the same time. */
function readiness(all: readonly RetypedColumn[], own: readonly RetypedColumn[]): string[] {
  const types = new Set(own.flatMap(({ moved }) => moved?.type.id ?? []))
  const together = all.filter((each) => own.includes(each) || types.has(each.moved?.type.id ?? ''))
  const proved = together.filter(isNotNull).map(({ to }) => `proved:${to.id}`)
  return [...together.map(({ table }) => `filled:${table}`), ...readyMarks(together), ...proved]
}

function byTable(columns: readonly RetypedColumn[]): Map<ObjectId, RetypedColumn[]> {
  const tables = new Map<ObjectId, RetypedColumn[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return tables
}
