import type { TableObject } from '../../catalog/relations.ts'
import type { PartitionKeyDetails } from '../../sources/database/details/details.ts'
import { monthsFrom } from '../../sources/models/months.ts'
import { type Code, call, object, text } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'
import { columnsInOrder } from './columns.ts'
import { boundLists } from './partition-bounds.ts'
import type { PlainPartitions } from './plain-partitions.ts'
import type { Writing } from './writing.ts'

/**
 * Partitions that are exactly what the companion `monthly` makes: a month each, by the companion's names, from the
 * present one on without a gap. Earlier months are what it leaves behind.
 */
export function monthlyPartitions(
  table: TableObject,
  key: PartitionKeyDetails,
  { tables, areAll }: PlainPartitions,
  writing: Writing,
): Code | undefined {
  const [name, ...others] = key.columns
  const column = columnsInOrder(table, writing).find((one) => one.name === name)
  const midnight = midnights[column?.attributes.type ?? '']
  if (!areAll || !column || others.length > 0 || key.strategy !== 'range' || midnight === undefined)
    return undefined
  const months = tables.filter(({ attributes }) => attributes.partitionBound !== 'DEFAULT')
  const [byDefault] = tables.filter(({ attributes }) => attributes.partitionBound === 'DEFAULT')
  if (months.length === 0 || (byDefault && byDefault.name !== `${table.name}_default`)) return undefined
  const present = months.map((partition) => monthOf(partition, table.name, midnight)).toSorted()
  const [first] = monthsFrom(writing.asOf, 0)
  const later = present.filter((month) => month >= (first?.suffix ?? ''))
  const expected = monthsFrom(writing.asOf, later.length - 1).map(({ suffix }) => suffix)
  if (present.includes('') || later.length === 0 || String(later) !== String(expected)) return undefined
  return call(
    writing.companion('monthly'),
    stringLiteral(writing.names.key(column.id)),
    object([
      ['ahead', text(String(later.length - 1))],
      ...(byDefault ? [] : [['default', text('false')] as const]),
    ]),
  )
}

/** How the first moment of a day is spelled in bounds, which are read in UTC. */
const midnights: Readonly<Record<string, string>> = {
  date: '',
  'timestamp without time zone': ' 00:00:00',
  'timestamp with time zone': ' 00:00:00+00',
}

/** `2026_11` of a partition that holds that month and is named after it; otherwise nothing. */
function monthOf({ name, attributes }: TableObject, table: string, midnight: string): string {
  const suffix = name.startsWith(`${table}_`) ? name.slice(table.length + 1) : ''
  if (!/^\d{4}_(0[1-9]|1[0-2])$/.test(suffix)) return ''
  const [month] = monthsFrom(new Date(`${suffix.replace('_', '-')}-01T00:00:00Z`), 0)
  const [from, to] = (boundLists(attributes.partitionBound ?? '') ?? []).map((list) => {
    const [constant] = list
    return constant && 'text' in constant ? constant.text : ''
  })
  return from === `${month?.from}${midnight}` && to === `${month?.to}${midnight}` ? suffix : ''
}
