import type { Connection, Submittable } from 'pg'
import type { ResultTable } from './database.ts'
import { collectTables } from './result-tables.ts'

/** @param tables of the statements that ran, also when a later one failed */
type Settle = (error: Error | null, tables: readonly ResultTable[]) => void

/** pg's door for queries of one's own: the cells stay the text that the server sent, several results per message. */
interface SimpleQuery extends Submittable {
  callback(error: Error): void
  handleRowDescription(): void
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void
  handleCommandComplete(message: { readonly text: string }): void
  handleEmptyQuery(): void
  handleReadyForQuery(): void
  handleError(error: Error): void
  handlePortalSuspended(): void
  handleCopyInResponse(connection: Connection): void
  handleCopyData(): void
}

export function simpleQuery(sql: string, settle: Settle): SimpleQuery {
  const collector = collectTables()
  const ignore = () => {}
  return {
    callback: (error) => settle(error, collector.tables),
    submit: (connection) => connection.query(sql),
    handleRowDescription: ignore,
    handleDataRow: (message) => collector.row(message.fields),
    handleCommandComplete: (message) => collector.complete(message.text),
    handleEmptyQuery: ignore,
    handleReadyForQuery: () => settle(null, collector.tables),
    handleError: (error) => settle(error, collector.tables),
    handlePortalSuspended: ignore,
    // A COPY without data would leave both sides waiting for ever.
    handleCopyInResponse: (connection) =>
      (connection as unknown as { sendCopyFail(reason: string): void }).sendCopyFail(
        'COPY FROM STDIN is not supported',
      ),
    handleCopyData: ignore,
  }
}
