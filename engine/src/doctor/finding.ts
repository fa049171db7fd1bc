import type { TrueupError } from '../errors/trueup-error.ts'
import type { ConnectEvent, LoginMethod, TlsStarted } from '../postgres/connect/connect-event.ts'
import type { Place } from '../postgres/database.ts'
import type { SslMode } from '../postgres/url/parsed-connection.ts'
import type { Provider } from '../postgres/url/provider.ts'
import type { EnvironmentName } from '../settings/environment.ts'

/** What the doctor looks at, in its order; a database in a folder has no network checks, a server no folder. */
export const checks = [
  'settings',
  'git',
  'folder',
  'name',
  'tcp',
  'tls',
  'login',
  'database',
  'server',
  'privileges',
  'tables',
] as const
export type Check = (typeof checks)[number]

/** One check and how it went; what could not be looked at because of a failure before is `skipped`. */
export type Finding = { readonly [Each in Check]: FindingOf<Each> }[Check]

export interface FindingOf<Each extends Check> {
  readonly check: Each
  readonly outcome: 'ok' | 'warning' | 'failed' | 'skipped'
  readonly milliseconds?: number | undefined
  readonly facts?: Facts[Each] | undefined
  /** Cause and next step of a warning or a failure. */
  readonly error?: TrueupError | undefined
}

export interface TableName {
  readonly schema: string
  readonly name: string
}

interface Facts {
  readonly settings: {
    readonly environment: EnvironmentName
    /** Which setting decides, and where it was found: `DATABASE_URL, .env`. */
    readonly origin: string
    readonly place: Place
    /** Of a server. */
    readonly sslMode: SslMode | undefined
    readonly files: readonly { readonly path: string; readonly exists: boolean }[]
  }
  /** Files with passwords that git leaves alone; none where there are none, or no repository. */
  readonly git: { readonly files: readonly string[] }
  readonly folder: { readonly folder: string; readonly hasDatabase: boolean }
  readonly name: { readonly host: string; readonly addresses: readonly string[] }
  readonly tcp: { readonly address: string; readonly port: number }
  readonly tls: TlsFacts
  readonly login: { readonly user: string; readonly method: LoginMethod }
  readonly database: { readonly database: string }
  readonly server: ServerFacts
  readonly privileges: PrivilegeFacts
  readonly tables: {
    readonly expected: number
    readonly missing: readonly TableName[]
    /** Names that belong to something else: a view, an index, a sequence. */
    readonly taken: readonly TableName[]
  }
}

export type TlsFacts =
  | (Pick<TlsStarted, 'protocol' | 'check' | 'certificate'> & { readonly encrypted: true })
  | { readonly encrypted: false; readonly because: Extract<ConnectEvent, { kind: 'tls-absent' }>['because'] }

export interface ServerFacts {
  /** As server_version_num. */
  readonly version: number
  readonly product: 'postgresql' | 'pglite' | Provider
  /** By the host's name, or because the process that answers is not the one that was named at login. */
  readonly pooler: 'none' | 'by-name' | 'by-probe'
  readonly replica: boolean
  readonly readOnly: boolean
}

export interface PrivilegeFacts {
  readonly user: string
  /** `CREATE ON SCHEMA public` */
  readonly held: readonly string[]
  readonly missing: readonly string[]
  /** Tables of others: they can be used but not changed. */
  readonly foreignTables: readonly TableName[]
}
