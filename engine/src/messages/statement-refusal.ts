/** A statement that a database refused: who asked where, and the server's own words (without secrets). */
export interface StatementRefusal {
  readonly user: string
  readonly database: string
  readonly sqlstate: string
  readonly serverMessage: string
  readonly serverDetail?: string | undefined
  readonly serverHint?: string | undefined
}
