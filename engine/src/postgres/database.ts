import type { Profile } from './profile.ts'

/** One result table of one statement: cells are PostgreSQL's own text, null for SQL NULL. */
export interface ResultTable {
  readonly command: string
  readonly rows: readonly (readonly (string | null)[])[]
  /** Rows that an INSERT, UPDATE, DELETE or MERGE wrote. */
  readonly affected?: number
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
  /** The process that serves this session; only where `sessionLocks` holds is it always the same one. */
  readonly processId?: number | undefined
  /**
   * Sends one message of one or more statements; one table per statement comes back.
   * Rejects with a DatabaseError when a statement failed, with a TrueupError when the connection did.
   */
  query(sql: string): Promise<readonly ResultTable[]>
  /**
   * Runs one COPY … TO STDOUT and gives its bytes away in order. The next block comes when the promise for the last
   * one is kept; when it is broken, the copy is stopped. Resolves with the number of rows.
   */
  copyOut(sql: string, take: TakeBytes): Promise<number>
  /** Runs one COPY … FROM STDIN with the bytes of the source; resolves with the number of rows. */
  copyIn(sql: string, source: AsyncIterable<Uint8Array>): Promise<number>
  /** Asks the server to stop the running statement; does nothing where that cannot be done. */
  cancel(): Promise<void>
  close(): Promise<void>
}

export type TakeBytes = (bytes: Uint8Array) => Promise<void>
