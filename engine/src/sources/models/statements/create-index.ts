import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { IndexModel, TableModel } from '../model.ts'
import { includeClause } from './column-list.ts'
import { storageClause } from './storage-clause.ts'

export function createIndex(index: IndexModel, table: TableModel): string {
  const method = index.method === 'btree' ? '' : `USING ${quoteIdentifier(index.method)} `
  return [
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(index.name)}`,
    ` ON ${quoteQualified(table.schema, table.name)} ${method}(${index.elements.join(', ')})`,
    includeClause(index.include),
    index.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '',
    storageClause(index.storage),
    index.where === undefined ? '' : ` WHERE ${index.where}`,
  ].join('')
}
