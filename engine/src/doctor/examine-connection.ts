import { TrueupError } from '../errors/trueup-error.ts'
import type { ConnectEvent } from '../postgres/connect/connect-event.ts'
import { isLoopback, type ParsedConnection } from '../postgres/url/parsed-connection.ts'
import type { Check, Finding } from './finding.ts'

/** How soon a certificate's end is worth a word. */
const soonDays = 14

export const connectionChecks = [
  'name',
  'tcp',
  'tls',
  'login',
  'database',
] as const satisfies readonly Check[]

/** What happened while connecting, as findings. A Unix socket has no name to look up. */
export function connectionFinding(event: ConnectEvent, connection: ParsedConnection, today: Date): Finding {
  switch (event.kind) {
    case 'host-found': {
      const { addresses } = event
      const milliseconds = addresses[0] === connection.host ? undefined : event.milliseconds
      return { check: 'name', outcome: 'ok', milliseconds, facts: { host: connection.host, addresses } }
    }
    case 'socket-opened': {
      const { address, milliseconds } = event
      return { check: 'tcp', outcome: 'ok', milliseconds, facts: { address, port: connection.port } }
    }
    case 'tls-started': {
      const { protocol, check, certificate, milliseconds } = event
      const facts = { encrypted: true as const, protocol, check, certificate }
      const ends = certificate && endsSoon(certificate.until, today)
      const error = ends
        ? new TrueupError('DOCTOR-CERTIFICATE-ENDS', { host: connection.host, until: certificate.until })
        : undefined
      return { check: 'tls', outcome: error ? 'warning' : 'ok', milliseconds, facts, error }
    }
    case 'tls-absent': {
      const facts = { encrypted: false as const, because: event.because }
      const error =
        event.because === 'unix-socket' || isLoopback(connection.host)
          ? undefined
          : new TrueupError('DOCTOR-PLAIN-TEXT', { host: connection.host })
      return { check: 'tls', outcome: error ? 'warning' : 'ok', facts, error }
    }
    case 'logged-in': {
      const { method, milliseconds } = event
      return { check: 'login', outcome: 'ok', milliseconds, facts: { user: connection.user, method } }
    }
    case 'database-opened': {
      const { milliseconds } = event
      return { check: 'database', outcome: 'ok', milliseconds, facts: { database: connection.database } }
    }
  }
}

function endsSoon(until: string, today: Date): boolean {
  return Date.parse(until) - today.getTime() < soonDays * 86_400_000
}
