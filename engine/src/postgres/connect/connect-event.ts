import type { CertificateCheck } from '../url/certificate-check.ts'

/** What happened while connecting, in this order; times in milliseconds. */
export type ConnectEvent =
  | { readonly kind: 'host-found'; readonly addresses: readonly string[]; readonly milliseconds: number }
  | { readonly kind: 'socket-opened'; readonly address: string; readonly milliseconds: number }
  | TlsStarted
  | { readonly kind: 'tls-absent'; readonly because: 'unix-socket' | 'not-asked-for' | 'not-offered' }
  | { readonly kind: 'logged-in'; readonly method: LoginMethod; readonly milliseconds: number }
  | { readonly kind: 'database-opened'; readonly milliseconds: number }

export interface TlsStarted {
  readonly kind: 'tls-started'
  /** `TLSv1.3` */
  readonly protocol: string
  readonly check: CertificateCheck
  /** Common names and end of validity (ISO date), where the server showed a certificate. */
  readonly certificate:
    | { readonly subject: string; readonly issuer: string; readonly until: string }
    | undefined
  readonly milliseconds: number
}

/** `none`: the server let the user in without asking (`trust`, `peer`, a client certificate). */
export type LoginMethod = 'SCRAM-SHA-256-PLUS' | 'SCRAM-SHA-256' | 'MD5' | 'plain password' | 'none'

export type ConnectObserver = (event: ConnectEvent) => void
