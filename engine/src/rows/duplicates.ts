import { partId } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { IndexObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { keyOf } from './key-of.ts'
import type { RowCheck } from './row-check.ts'
import { type AskedTable, tableAsItIs, tableAsItWillBe, type ValuesContext } from './table-as-it-will-be.ts'

export interface Uniqueness {
  readonly object: ObjectId
  readonly table: ObjectId
  /** SQL over a row of the table. */
  readonly values: readonly string[]
  /** Only these rows; SQL as well. */
  readonly condition?: string | null
  readonly key: readonly string[]
  /** Where NULL counts as a value like any other. */
  readonly nullsNotDistinct: boolean
  readonly asked?: AskedTable
}

/** Rows that are not alone with their values; a window, because every one of them is to be shown. */
export function duplicates(unique: Uniqueness): RowCheck {
  const { object, table, values, condition, key, nullsNotDistinct } = unique
  const { item, converts } = unique.asked ?? tableAsItIs(table)
  const conditions = [
    ...(nullsNotDistinct ? [] : values.map((value) => `(${value}) IS DISTINCT FROM NULL`)),
    ...(condition ? [`(${condition})`] : []),
  ]
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  const partition = `SELECT *, count(*) OVER (PARTITION BY ${values.join(', ')}) AS trueup_twins FROM ${item}${where}`
  return {
    object,
    table,
    key,
    reason: 'duplicate',
    rows: `(${partition}) t WHERE trueup_twins > 1`,
    converts,
  }
}

/** @param isSettled what an expression or a condition may speak of, because it stays as it is */
export function uniqueIndexCheck(index: IndexObject, context: ValuesContext): RowCheck[] {
  const { from, isSettled } = context
  const { facts, attributes, parent, needs, id } = index
  const table = parent ?? ''
  if (!facts.unique || !from.has(table)) return []
  const nullsNotDistinct = attributes.definition.includes('NULLS NOT DISTINCT')
  if (facts.distinct) {
    if (!isSettled(table) && table.startsWith('materialized-view:')) return [] // it may get other columns
    if (!needs.every((need) => need === table || need.startsWith('schema:') || isSettled(need))) return []
    return [duplicates({ object: id, table, ...facts.distinct, key: keyOf(table, from), nullsNotDistinct })]
  }
  const columns = facts.columns.filter((column) => column !== null)
  if (!columns.every((name) => from.has(partId('column', table, name)))) return []
  // values that are equal now are equal as another type
  const asked = tableAsItWillBe(table, columns, context, 'of-equality')
  return [
    duplicates({
      object: id,
      table,
      values: columns.map(quoteIdentifier),
      key: columns,
      nullsNotDistinct,
      ...(asked && { asked }),
    }),
  ]
}
