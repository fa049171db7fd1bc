import { nameOf } from '../../catalog/identify.ts'
import type { ColumnObject, IdentityAttributes, TableObject } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { type Code, chain, type Entry, type Link, link, object } from '../code/code.ts'
import { objectKey, stringLiteral } from '../code/literals.ts'
import { columnDefault } from './column-default.ts'
import { columnType } from './column-type.ts'
import { listedValues } from './listed-values.ts'
import { sequenceSettings } from './sequence-settings.ts'
import { serialSequence } from './serial.ts'
import type { Writing } from './writing.ts'

/** What constraints say on their only column, by the column's name. */
export interface InlineLinks {
  readonly primaryKey: ReadonlyMap<string, Link>
  readonly others: ReadonlyMap<string, readonly Link[]>
}

/** The columns of a table in their order, with those constraints that stand on a column. */
export function columnEntries(table: TableObject, inline: InlineLinks, writing: Writing): Entry[] {
  return columnsInOrder(table, writing).map((column) => [
    objectKey(writing.names.key(column.id)),
    columnCode(column, inline, writing),
  ])
}

export function columnsInOrder(table: TableObject, { index }: Writing): ColumnObject[] {
  return index.partsOfKind(table.id, 'column').toSorted((a, b) => a.facts.position - b.facts.position)
}

function columnCode(column: ColumnObject, inline: InlineLinks, writing: Writing): Code {
  const { type, identity, generated } = column.attributes
  const primaryKey = inline.primaryKey.get(column.name)
  const constraints = [...(primaryKey ? [primaryKey] : []), ...(inline.others.get(column.name) ?? [])]
  if (serialSequence(column, writing)) return chain(serialLink(column, writing), ...constraints)
  const [byDefault] = writing.index.partsOfKind(column.id, 'default')
  const wishes = {
    readsNumber: writing.numberKeys.has(column.id),
    values: listedValues(column, byDefault?.attributes.expression, writing),
  }
  const own = columnType(type, column.name, wishes, writing)
  return chain(
    ...own.links,
    ...(primaryKey ? [primaryKey] : []),
    ...(saysNotNull(column) && !primaryKey && !identity ? [link('notNull')] : []),
    ...(identity ? [identityLink(identity, column)] : []),
    ...(generated ? [generatedLink(generated.expression, column, writing)] : []),
    ...(byDefault ? [columnDefault(byDefault, type, own, writing)] : []),
    ...(inline.others.get(column.name) ?? []),
  )
}

function serialLink(column: ColumnObject, writing: Writing): Link {
  const name = stringLiteral(column.name)
  switch (column.attributes.type) {
    case 'smallint':
      return link(writing.pg('smallserial'), name)
    case 'integer':
      return link(writing.pg('serial'), name)
    default:
      return link(writing.pg('bigserial'), name, object([['mode', stringLiteral('number')]]))
  }
}

/** One that is not validated or not inherited is added in SQL. */
export function saysNotNull({ attributes }: ColumnObject): boolean {
  return attributes.notNull && attributes.notNullValid && !attributes.notNullNoInherit
}

function identityLink({ always, sequenceName, sequence }: IdentityAttributes, column: ColumnObject): Link {
  const isNamed = sequenceName !== chosenName(nameOf(column.parent ?? ''), column.name, 'seq')
  const entries: Entry[] = [
    ...(isNamed ? [['name', stringLiteral(sequenceName)] as const] : []),
    ...sequenceSettings(sequence),
  ]
  const name = always ? 'generatedAlwaysAsIdentity' : 'generatedByDefaultAsIdentity'
  return link(name, ...(entries.length > 0 ? [object(entries)] : []))
}

function generatedLink(expression: string, column: ColumnObject, writing: Writing): Link {
  return link('generatedAlwaysAs', writing.sql(writing.details.expressions.get(column.id) ?? expression))
}
