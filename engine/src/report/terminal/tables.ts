import type { Language, Messages } from '../../messages/catalogue.ts'
import type { TableSummary } from '../../verify/table-summary.ts'
import { alignColumns } from './columns.ts'

/** The tables as a table: name, label, sizes, state. */
export function tableLines(tables: readonly TableSummary[], language: Language, texts: Messages): string[] {
  if (tables.length === 0) return []
  const { name, label, columns, indexes, foreignKeys, partitions, state } = texts.tableHeads
  const severalSchemas = new Set(tables.map((table) => table.schema)).size > 1
  const head = [name(), label(), columns(), indexes(), foreignKeys(), partitions(), state()]
  const rows = tables.map((table) => [
    severalSchemas || table.schema !== 'public' ? `${table.schema}.${table.name}` : table.name,
    table.labels[language] ?? table.labels.en ?? '',
    String(table.columns),
    String(table.indexes),
    String(table.foreignKeys),
    table.partitions > 0 ? String(table.partitions) : '',
    texts.tableStates[table.state](),
  ])
  return alignColumns([head, ...rows], [2, 3, 4, 5]).map((line) => `  ${line}`)
}
