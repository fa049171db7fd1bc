import type { Profile } from './profile.ts'

/** One result table of one statement: cells are PostgreSQL's own text, null for SQL NULL. */
export interface ResultTable {
  readonly command: string
  readonly rows: readonly (readonly (string | null)[])[]
}

/** Where a database is, for people: never a password, never a whole URL. */
export type Place =
  | {
      readonly kind: 'server'
      readonly host: string
      readonly port: number
      readonly database: string
      readonly user: string
    }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' }

/**
 * The small port through which everything talks to PostgreSQL: one session, one message at a time.
 * The simple query protocol is used throughout, so several statements share a message and a round trip.
 */
export interface Database {
  readonly profile: Profile
  readonly place: Place
  /** server_version_num: 150018 for 15.18. */
  readonly serverVersion: number
  /**
   * Sends one message of one or more statements; one table per statement comes back.
   * Rejects with a DatabaseError when a statement failed, with a TrueupError when the connection did.
   */
  query(sql: string): Promise<readonly ResultTable[]>
  /** Asks the server to stop the running statement; does nothing where that cannot be done. */
  cancel(): Promise<void>
  close(): Promise<void>
}
