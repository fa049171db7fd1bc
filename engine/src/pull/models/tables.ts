import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { type Action, action } from '../../plan/action.ts'
import { commentStatements } from '../../plan/kinds/comments.ts'
import { array, arrow, type Code, chain, type Link, link, mentions, openObject } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'
import { columnAdditions } from './column-additions.ts'
import { columnEntries, columnsInOrder, type InlineLinks } from './columns.ts'
import { serialSequence } from './serial.ts'
import { tableAdditions, tableCompanion } from './table-companion.ts'
import { type TableParts, tableParts } from './table-parts.ts'
import type { Writing } from './writing.ts'

/** A table as `pgTable(…)` and, where Drizzle has not all the words, `extend(…)`. */
export interface WrittenTable {
  readonly table: Code
  readonly companion: Code | undefined
  readonly says: readonly ObjectId[]
  /** What neither can say. */
  readonly additions: readonly Action[]
}

export function writeTable(table: TableObject, writing: Writing): WrittenTable {
  const parts = tableParts(table, writing)
  const all = allParts(parts)
  const columns = columnsInOrder(table, writing)
  const sequences = columns.flatMap((column) => serialSequence(column, writing) ?? [])
  const defaults = columns.flatMap(({ id }) => writing.index.partsOfKind(id, 'default'))
  const said = [table, ...columns, ...defaults, ...sequences].map(({ id }) => id)
  return {
    table: tableCode(table, parts, writing),
    companion: tableCompanion(table, parts, writing),
    says: [...said, ...all.flatMap(({ says }) => says), ...(parts.partitioning?.says ?? [])],
    additions: [
      ...tableAdditions(table, parts),
      ...columns.flatMap((column) => columnAdditions(column, writing)),
      ...sequences.flatMap((sequence) =>
        commentStatements(sequence).map((sql) => action('comment', sequence.id, sql, {})),
      ),
      ...all.flatMap(({ additions }) => additions ?? []),
    ],
  }
}

function tableCode(table: TableObject, parts: TableParts, writing: Writing): Code {
  const items = allParts(parts).flatMap(({ item }) => item ?? [])
  const name =
    table.schema === 'public' ? writing.pg('pgTable') : `${writing.names.of(schemaOf(table))}.table`
  const columns = openObject(columnEntries(table, inlineLinks(parts), writing))
  // in a circle of references TypeScript must be told the type
  const type = writing.inCircles.has(table.id) ? `: ${writing.pgType('PgTableExtraConfigValue')}[]` : ''
  const head = `(${items.some((item) => mentions(item, 't')) ? 't' : ''})${type}`
  const list = items.length > 0 ? [arrow(head, array(items))] : []
  const isBareSecured = table.attributes.rowSecurity && parts.policies.length === 0
  return chain(
    link(name, stringLiteral(table.name), columns, ...list),
    ...(isBareSecured ? [link('enableRLS')] : []),
  )
}

function schemaOf({ parent }: TableObject): ObjectId {
  return parent ?? ''
}

function allParts({
  primaryKeys,
  foreignKeys,
  uniques,
  checks,
  exclusions,
  indexes,
  policies,
  triggers,
}: TableParts) {
  return [primaryKeys, foreignKeys, uniques, checks, exclusions, indexes, policies, triggers].flat()
}

function inlineLinks({ primaryKeys, uniques, foreignKeys }: TableParts): InlineLinks {
  const others = new Map<string, Link[]>()
  for (const { inline } of [...uniques, ...foreignKeys])
    if (inline) others.set(inline.column, [...(others.get(inline.column) ?? []), inline.link])
  const primaryKey = new Map(
    primaryKeys.flatMap(({ inline }) => (inline ? [[inline.column, inline.link]] : [])),
  )
  return { primaryKey, others }
}
