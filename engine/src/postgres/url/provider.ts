import type { ParsedConnection } from './parsed-connection.ts'

export type Provider = 'neon' | 'supabase'

interface HostFacts {
  readonly provider: Provider | undefined
  readonly pooled: boolean
  readonly direct: { readonly host: string; readonly port: number } | undefined
}

/**
 * What a host's name tells. Neon: `-pooler` ends the first label and the direct host lacks it. Supabase:
 * port 6543 shares sessions per transaction, port 5432 of the same host gives every client its own.
 */
export function readHostName(host: string, port: number): HostFacts {
  if (host.endsWith('.neon.tech')) {
    const direct = host.replace(/^([^.]+)-pooler\./, '$1.')
    const pooled = direct !== host
    return { provider: 'neon', pooled, direct: pooled ? { host: direct, port } : undefined }
  }
  if (/\.supabase\.(co|com)$/.test(host)) {
    const pooled = port === 6543
    return { provider: 'supabase', pooled, direct: pooled ? { host, port: 5432 } : undefined }
  }
  return { provider: undefined, pooled: false, direct: undefined }
}

/** The same database past its transaction pooler, or the connection itself where there is no known way. */
export function directConnection(connection: ParsedConnection): ParsedConnection {
  return connection.direct
    ? { ...connection, ...connection.direct, pooled: false, direct: undefined }
    : connection
}
