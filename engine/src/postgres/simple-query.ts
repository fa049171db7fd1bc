import type { ResultTable } from './database.ts'
import { type OwnQuery, ownQuery } from './own-query.ts'
import { collectTables } from './result-tables.ts'

/** @param tables of the statements that ran, also when a later one failed */
type Settle = (error: Error | null, tables: readonly ResultTable[]) => void

/** The cells stay the text that the server sent, and a message brings the results of several statements. */
export function simpleQuery(sql: string, settle: Settle): OwnQuery {
  const collector = collectTables()
  return ownQuery(sql, {
    handleDataRow: (message) => collector.row(message.fields),
    handleCommandComplete: (message) => collector.complete(message.text),
    handleReadyForQuery: () => settle(null, collector.tables),
    handleError: (error) => settle(error, collector.tables),
  })
}
