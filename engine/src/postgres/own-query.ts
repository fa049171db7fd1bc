import type { Connection, Submittable } from 'pg'

/** pg's connection with what its types leave out: how a COPY … FROM STDIN ends (manual 55.7). */
export interface CopyConnection extends Connection {
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** What pg calls on a query that it did not make itself: the messages of the server, one by one. */
export interface OwnQuery extends Submittable {
  /** Without a connection there is no message to handle: pg tells the error here. */
  callback(error: Error): void
  handleRowDescription(): void
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void
  handleCommandComplete(message: { readonly text: string }): void
  handleEmptyQuery(): void
  handleReadyForQuery(): void
  handleError(error: Error): void
  handlePortalSuspended(): void
  handleCopyInResponse(connection: CopyConnection): void
  handleCopyData(message: { readonly chunk: Buffer }): void
}

type Handlers = Pick<OwnQuery, 'handleCommandComplete' | 'handleReadyForQuery' | 'handleError'> &
  Partial<OwnQuery>

/** One message of SQL by pg's door for queries of one's own; what nobody handles is ignored. */
export function ownQuery(sql: string, handlers: Handlers): OwnQuery {
  const ignore = () => {}
  return {
    submit: (connection) => connection.query(sql),
    callback: handlers.handleError,
    handleRowDescription: ignore,
    handleDataRow: ignore,
    handleEmptyQuery: ignore,
    handlePortalSuspended: ignore,
    // A COPY without data would leave both sides waiting for ever.
    handleCopyInResponse: (connection) => connection.sendCopyFail('COPY FROM STDIN is not supported'),
    handleCopyData: ignore,
    ...handlers,
  }
}
