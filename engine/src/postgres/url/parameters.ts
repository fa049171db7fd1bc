/** The parameters of a connection URL that change what we do. */
const understood = [
  'host',
  'port',
  'user',
  'password',
  'dbname',
  'sslmode',
  'ssl',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
  'sslnegotiation',
  'channel_binding',
  'connect_timeout',
  'application_name',
  'fallback_application_name',
  'options',
  'target_session_attrs',
  'client_encoding',
] as const
export type UrlParameter = (typeof understood)[number]

/**
 * Accepted because people's URLs carry them, without effect: another driver's switches (`uselibpqcompat`,
 * `pgbouncer`), encryption by Kerberos that we never offer, and keepalives, which we send anyway.
 */
const withoutEffect = [
  'uselibpqcompat',
  'pgbouncer',
  'gssencmode',
  'sslsni',
  'sslcompression',
  'keepalives',
  'keepalives_idle',
  'keepalives_interval',
  'keepalives_count',
  'tcp_user_timeout',
]

/** libpq's, and refused: leaving them out silently would weaken what their author asked for. */
const unsupported = [
  'hostaddr',
  'passfile',
  'require_auth',
  'service',
  'sslcrl',
  'sslcrldir',
  'sslcertmode',
  'requirepeer',
  'ssl_min_protocol_version',
  'ssl_max_protocol_version',
  'min_protocol_version',
  'max_protocol_version',
  'krbsrvname',
  'gsslib',
  'gssdelegation',
  'replication',
  'load_balance_hosts',
  'scram_client_key',
  'scram_server_key',
]

export const parameterNames: ReadonlySet<string> = new Set([...understood, ...withoutEffect, ...unsupported])

export function isUnderstood(name: string): name is UrlParameter {
  return (understood as readonly string[]).includes(name)
}

export function isUnsupported(name: string): boolean {
  return unsupported.includes(name)
}

/** The known name that a typing mistake most likely meant. */
export function similarParameter(name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  const wanted = plain(name)
  return understood.find((known) => {
    const candidate = plain(known)
    return wanted !== '' && (candidate === wanted || (wanted.length > 4 && distanceIsOne(candidate, wanted)))
  })
}

/** One letter more, less or other. */
function distanceIsOne(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const rests = [a.slice(start), b.slice(start)] as const
  return (
    rests[0].slice(1) === rests[1] ||
    rests[0] === rests[1].slice(1) ||
    rests[0].slice(1) === rests[1].slice(1)
  )
}
