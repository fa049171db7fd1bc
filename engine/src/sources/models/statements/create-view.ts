import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { ViewModel } from '../model.ts'
import { storageClause } from './storage-clause.ts'

export function createView(view: ViewModel): string {
  const { materialized, using, tablespace, withNoData } = view
  return [
    `CREATE ${materialized ? 'MATERIALIZED ' : ''}VIEW ${quoteQualified(view.schema, view.name)}`,
    using === undefined ? '' : ` USING ${quoteIdentifier(using)}`,
    storageClause(view.options),
    tablespace === undefined ? '' : ` TABLESPACE ${quoteIdentifier(tablespace)}`,
    ` AS\n${view.query}`,
    withNoData ? '\nWITH NO DATA' : '',
  ].join('')
}
