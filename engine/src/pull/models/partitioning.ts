import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject, TriggerObject } from '../../catalog/relations.ts'
import { array, type Code, call, type Entry, object, text } from '../code/code.ts'
import { stringLiteral, strings } from '../code/literals.ts'
import { columnType, type ValueKind } from './column-type.ts'
import { columnsInOrder } from './columns.ts'
import { monthlyPartitions } from './monthly.ts'
import { boundLists, boundValue } from './partition-bounds.ts'
import { type PlainPartitions, plainPartitions } from './plain-partitions.ts'
import type { Writing } from './writing.ts'

/** How a table is partitioned, with those of its partitions that are nothing but partitions. */
export interface PartitioningPart {
  readonly code: Code
  readonly says: readonly ObjectId[]
  /** WITH (…) of the partitions: `name=value`. */
  readonly storage: readonly string[]
  /** The statement trigger's copies on these partitions; none unless all of them have it. */
  copiesOf(trigger: TriggerObject): readonly TriggerObject[]
}

export function partitioningPart(table: TableObject, writing: Writing): PartitioningPart | undefined {
  const key = writing.details.partitionKeys.get(table.id)
  if (table.attributes.partitionKey === null || !key) return undefined
  const plain = plainPartitions(table, writing)
  const monthly = monthlyPartitions(table, key, plain, writing)
  if (monthly) return part(monthly, plain, plain.tables, writing)
  const keyCode = key.columns.every((name) => name !== null)
    ? array(strings(key.columns.map((name) => keyOf(table, name, writing))))
    : writing.sql(key.expression ?? '')
  const { items, written } =
    key.strategy === 'hash' ? hashItems(table, plain) : listedItems(table, key.columns, plain, writing)
  return part(call(writing.companion(key.strategy), keyCode, items), plain, written, writing)
}

function part(
  code: Code,
  plain: PlainPartitions,
  written: readonly TableObject[],
  { index }: Writing,
): PartitioningPart {
  const ids = new Set(written.map(({ id }) => id))
  const copiesOf = (trigger: TriggerObject) =>
    plain.copiesOf(trigger).filter(({ parent }) => ids.has(parent ?? ''))
  const inside = (id: ObjectId): ObjectId[] => [
    id,
    ...index.partsOf(id).flatMap((object) => (object.kind === 'trigger' ? [] : inside(object.id))),
  ]
  return { code, says: written.flatMap(({ id }) => inside(id)), storage: plain.storage, copiesOf }
}

function keyOf(table: TableObject, name: string, writing: Writing): string {
  const column = columnsInOrder(table, writing).find((one) => one.name === name)
  if (!column) throw new Error(`${table.id} is partitioned by "${name}", which it does not have`)
  return writing.names.key(column.id)
}

/** All remainders must be there; their names are left out where they are what the companion would choose. */
function hashItems(table: TableObject, plain: PlainPartitions) {
  const byRemainder = new Map<number, TableObject>()
  let modulus = plain.tables.length
  for (const partition of plain.tables) {
    const match = /^FOR VALUES WITH \(modulus (\d+), remainder (\d+)\)$/.exec(
      partition.attributes.partitionBound ?? '',
    )
    if (match) byRemainder.set(Number(match[2]), partition)
    if (Number(match?.[1]) !== modulus) modulus = 0
  }
  const written = Array.from({ length: modulus }, (_, i) => byRemainder.get(i)).filter(
    (one) => one !== undefined,
  )
  if (written.length === 0 || written.length < modulus) return { items: array([]), written: [] }
  const isUsual = written.every(({ name }, i) => name === `${table.name}_${i}`)
  return { items: isUsual ? text(String(modulus)) : array(strings(written.map(({ name }) => name))), written }
}

function listedItems(
  table: TableObject,
  columns: readonly (string | null)[],
  plain: PlainPartitions,
  writing: Writing,
) {
  const kinds = columns.map((name) => valueKind(table, name, writing))
  const listed = plain.tables.flatMap((partition) => {
    const bound = boundEntries(partition.attributes.partitionBound ?? '', kinds, writing)
    return bound ? [{ partition, item: object([['name', stringLiteral(partition.name)], ...bound]) }] : []
  })
  return { items: array(listed.map(({ item }) => item)), written: listed.map(({ partition }) => partition) }
}

/** undefined for a key that is an expression. */
function valueKind(table: TableObject, name: string | null, writing: Writing): ValueKind | undefined {
  const column = columnsInOrder(table, writing).find((one) => one.name === name)
  if (!column) return undefined
  const wishes = { readsNumber: writing.numberKeys.has(column.id) }
  return columnType(column.attributes.type, column.name, wishes, writing).value
}

function boundEntries(
  bound: string,
  kinds: readonly (ValueKind | undefined)[],
  writing: Writing,
): Entry[] | undefined {
  if (bound === 'DEFAULT') return [['default', text('true')]]
  const lists = boundLists(bound)
  const isRange = lists?.length === 2
  const values = lists?.map((list) =>
    list.map((constant, i) => boundValue(constant, isRange ? kinds[i] : kinds[0], writing)),
  )
  if (!values || values.flat().includes(undefined)) return undefined
  const [first, second] = values.map((list) => array(list as Code[]))
  return second
    ? [
        ['from', first!],
        ['to', second],
      ]
    : [['values', first!]]
}
