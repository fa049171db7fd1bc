import type { Place } from '../../postgres/database.ts'

/** What a backup says of itself: manifest.json (docs/formats.md). */
export interface Manifest {
  readonly format: 1
  /** Version of trueup that wrote it. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly created: string
  readonly environment: string
  readonly place: Place
  /** server_version_num. */
  readonly serverVersion: number
  /** Where the write-ahead log was; null where the server does not say. */
  readonly lsn: string | null
  /** Tables and schemas that were asked for; null for the whole database. */
  readonly scope: Scope | null
  /** The run that this backup protects: it stays until that run needs it no more. */
  readonly pin: Pin | null
  readonly encryption: Encryption | null
  readonly tables: readonly TableEntry[]
  readonly sequences: readonly SequenceEntry[]
  /** Objects of the database that are not in the backup, and why. */
  readonly leftOut: readonly LeftOut[]
  readonly files: readonly FileEntry[]
}

export interface Scope {
  readonly tables: readonly string[]
  readonly schemas: readonly string[]
}

export interface Pin {
  readonly run: string
}

/** How the key is made from the passphrase (RFC 7914); the salt in base64. */
export interface Encryption {
  readonly cipher: 'aes-256-gcm'
  readonly derivation: 'scrypt'
  readonly cost: number
  readonly blockSize: number
  readonly parallelization: number
  readonly salt: string
}

export interface TableEntry {
  /** As SQL writes it: `public.users`. */
  readonly table: string
  /** The same, not quoted. */
  readonly schema: string
  readonly name: string
  /** Another table that its rows must go through: hashes need not be the same on another server. */
  readonly through: string | null
  /** As SQL writes them; those that are computed are not among them. */
  readonly columns: readonly string[]
  readonly rows: number
  readonly parts: readonly PartEntry[]
}

export interface PartEntry {
  readonly file: string
  readonly rows: number
  /** Of the rows as COPY writes them, before compression. */
  readonly bytes: number
}

export interface SequenceEntry {
  readonly sequence: string
  /** The table of the column that it serves. */
  readonly table: string | null
  readonly lastValue: string
  readonly isCalled: boolean
}

export interface LeftOut {
  readonly object: string
  readonly reason: 'secret' | 'refers-to-other-table' | 'unmodelled' | 'parked'
}

export interface FileEntry {
  /** Relative to the folder, `/` between its parts. */
  readonly path: string
  readonly bytes: number
  /** Of the bytes on the disk. */
  readonly sha256: string
}
