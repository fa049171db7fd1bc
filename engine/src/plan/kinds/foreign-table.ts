import { pathOf } from '../../catalog/identify.ts'
import type { ColumnObject, ForeignTableObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { columnSettings } from './column.ts'
import { optionsClause } from './foreign-data.ts'
import { partLines, type TableParts } from './table.ts'

export function createForeignTable(table: ForeignTableObject, parts: TableParts): string {
  const { server, options, inherits, partitionOf, partitionBound } = table.attributes
  const lines = partLines(parts)
  const sql = [`CREATE FOREIGN TABLE ${pathOf(table.id)}`]
  if (partitionOf) sql.push(`PARTITION OF ${pathOf(partitionOf)}`)
  if (lines.length > 0) sql.push(`(\n  ${lines.join(',\n  ')}\n)`)
  else if (!partitionOf) sql.push('()')
  if (partitionOf) sql.push(partitionBound ?? '')
  if (inherits.length > 0) sql.push(`INHERITS (${inherits.map(pathOf).join(', ')})`)
  sql.push(`SERVER ${server}`, ...optionsClause(options))
  return sql.join(' ')
}

/** What a column that comes from a parent cannot say in CREATE FOREIGN TABLE is said afterwards. */
export function foreignTableSettings(table: ForeignTableObject, columns: readonly ColumnObject[]): string[] {
  const settings = columns.flatMap((column) => [
    ...(column.attributes.local ? [] : inheritedColumnOptions(column)),
    ...columnSettings(column),
  ])
  return settings.map((setting) => `ALTER FOREIGN TABLE ${pathOf(table.id)} ${setting}`)
}

function inheritedColumnOptions({ name, attributes }: ColumnObject): string[] {
  return optionsClause(attributes.foreignOptions).map(
    (clause) => `ALTER COLUMN ${quoteIdentifier(name)} ${clause}`,
  )
}
