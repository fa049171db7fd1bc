import type { Provider } from './provider.ts'
import type { Secret } from './secret.ts'

/** libpq's `sslmode` (manual 34.19): what each one checks stands in certificate-check.ts. */
export const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
export type SslMode = (typeof sslModes)[number]

export interface SslSettings {
  readonly mode: SslMode
  /** `direct` begins with TLS at once (PostgreSQL 17 and newer), `postgres` asks first. */
  readonly negotiation: 'postgres' | 'direct'
  /** Who may have signed the server's certificate; `public` are the roots that Node trusts. */
  readonly roots: { readonly kind: 'public' } | { readonly kind: 'file'; readonly file: string } | undefined
  readonly certificateFile: string | undefined
  readonly keyFile: string | undefined
  readonly keyPassword: Secret | undefined
}

/** A connection URL, understood. Holds everything needed to connect and nothing that prints a secret. */
export interface ParsedConnection {
  /** A name, an address (IPv6 without brackets), or the folder of a Unix socket when it begins with `/`. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: Secret | undefined
  readonly database: string
  readonly ssl: SslSettings
  readonly channelBinding: 'prefer' | 'require' | 'disable'
  /** For the whole of lookup, TCP, TLS and login; 0 waits for ever. */
  readonly connectTimeoutMs: number
  readonly applicationName: string | undefined
  /** Command-line options for the server process, as `options=` gave them. */
  readonly options: string | undefined
  /** `target_session_attrs=read-write`: a server that only reads is refused. */
  readonly readWriteOnly: boolean
  readonly provider: Provider | undefined
  /** Does the host's name say that a transaction pooler answers there? */
  readonly pooled: boolean
  /** The way past the pooler, where the provider's naming tells it. */
  readonly direct: { readonly host: string; readonly port: number } | undefined
}

export function isSocketFolder(host: string): boolean {
  return host.startsWith('/')
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
  )
}
