import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { convertValue } from '../plan/alter/convert-value.ts'
import type { RowValues } from '../plan/row-values.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { isUnchangedColumn } from './unchanged-column.ts'

export interface ValuesContext {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  readonly values: RowValues
  /** It is there and stays as it is, so rows can be asked with it. */
  isSettled(id: ObjectId): boolean
}

/** What stands in the FROM clause of a question, by the name `t`. */
export interface AskedTable {
  readonly item: string
  /** Some of its values are converted, which those that do not fit would make fail. */
  readonly converts: boolean
  /** Enums that are yet to be made, or to change: their labels stand there as text. */
  readonly asText: readonly string[]
}

/**
 * A table for a question that speaks of these columns, with the values that they will have: one may get another type in
 * the same plan. Undefined where they are not there yet, or their type is not.
 * @param question of equality alone the labels of an enum can be asked before it has them
 */
export function tableAsItWillBe(
  table: ObjectId,
  columns: readonly string[],
  context: ValuesContext,
  question: 'of-values' | 'of-equality' = 'of-values',
): AskedTable | undefined {
  const { from, to } = context
  const changing = columns.filter((name) => !isUnchangedColumn(partId('column', table, name), from, to))
  if (changing.length === 0) return tableAsItIs(table)
  const converted = new Map(
    changing.map((name) => [name, convertedValue(partId('column', table, name), question, context)]),
  )
  if ([...converted.values()].includes(undefined)) return undefined
  const all = from.partsOfKind(table, 'column').map(({ name }) => {
    const value = converted.get(name)
    return value === undefined ? quoteIdentifier(name) : `${value} AS ${quoteIdentifier(name)}`
  })
  const asText = changing.flatMap((name) => enumToCome(partId('column', table, name), context) ?? [])
  return { item: `(SELECT ${all.join(', ')} FROM ${pathOf(table)} t) t`, converts: true, asText }
}

export function tableAsItIs(table: ObjectId): AskedTable {
  return { item: `${pathOf(table)} t`, converts: false, asText: [] }
}

function convertedValue(
  id: ObjectId,
  question: 'of-values' | 'of-equality',
  context: ValuesContext,
): string | undefined {
  const { from, to, values, isSettled } = context
  const [before, after] = [from.get(id), to.get(id)]
  if (before?.kind !== 'column' || after?.kind !== 'column' || isComputed(before) || isComputed(after))
    return undefined
  if (question === 'of-equality' && enumToCome(id, context) && values.using(id) === undefined)
    return `${quoteIdentifier(before.name)}::text`
  if (!after.needs.every((need) => need === after.parent || isSettled(need))) return undefined
  const { type, collation } = after.attributes
  const value = values.using(id) ?? convertValue(before, after, from, to) ?? quoteIdentifier(before.name)
  return `(${value})::${type}${collation ? ` COLLATE ${collation}` : ''}`
}

/** The enum itself: what is made of its values, or of arrays of them, is asked about when it is there. */
function enumToCome(id: ObjectId, { to, isSettled }: ValuesContext): string | undefined {
  const column = to.get(id)
  const type = column?.kind === 'column' ? column.attributes.type : ''
  return to.has(`enum:${type}`) && !isSettled(`enum:${type}`) ? type : undefined
}

function isComputed({ attributes }: ColumnObject): boolean {
  return attributes.generated !== null
}
