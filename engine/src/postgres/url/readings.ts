import { parameterNames } from './parameters.ts'

/** One way to cut a URL into its parts; nothing is decoded yet. */
export interface UrlReading {
  readonly user: string | undefined
  readonly password: string | undefined
  /** `host[:port][,host[:port]…]` */
  readonly hosts: string
  readonly database: string | undefined
  readonly query: string | undefined
}

const scheme = /^postgres(ql)?:\/\//
const addressAndPort = /^(\[[0-9a-fA-F:.%]+\]|[\p{L}\p{N}._%-]*)(:\d*)?$/u

export function hasUrlScheme(text: string): boolean {
  return scheme.test(text)
}

/**
 * Cuts a URL where libpq would (manual 34.1.1.2). A password typed with a bare `@` or `/` breaks libpq's cut;
 * it is then read the one way that makes sense, and refused where there are several.
 */
export function readUrl(url: string): UrlReading | 'unreadable' | 'ambiguous' {
  const rest = url.replace(scheme, '')
  const strict = cut(rest, strictCredentialsEnd(rest))
  if (isOrdinary(strict) && knowsParameters(strict)) return strict
  const others = atSigns(rest)
    .map((end) => cut(rest, end))
    .filter((reading) => isOrdinary(reading) && !isSame(reading, strict))
  const readings = hasLegalHosts(strict) ? [strict, ...others] : others
  if (readings.length > 1) return 'ambiguous'
  return readings[0] ?? 'unreadable'
}

/** libpq: the first `@` before the first `/` ends the credentials. */
function strictCredentialsEnd(rest: string): number {
  const slash = rest.indexOf('/')
  return rest.slice(0, slash < 0 ? undefined : slash).indexOf('@')
}

function atSigns(rest: string): number[] {
  return [...rest.matchAll(/@/g)].map((match) => match.index)
}

/** @param credentialsEnd index of the `@` that ends user and password, -1 for none */
function cut(rest: string, credentialsEnd: number): UrlReading {
  const credentials = credentialsEnd < 0 ? undefined : rest.slice(0, credentialsEnd)
  const [, hosts = '', path, query] =
    /^([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest.slice(credentialsEnd + 1)) ?? []
  const colon = credentials?.indexOf(':') ?? -1
  return {
    user: (colon < 0 ? credentials : credentials?.slice(0, colon)) || undefined,
    password: colon < 0 ? undefined : credentials?.slice(colon + 1),
    hosts,
    database: path || undefined,
    query,
  }
}

function hasLegalHosts(reading: UrlReading): boolean {
  return reading.hosts.split(',').every((host) => addressAndPort.test(host))
}

/** Nothing in it looks like the rest of a password that was cut too early. */
function isOrdinary(reading: UrlReading): boolean {
  return hasLegalHosts(reading) && !/[/@:#]/.test(reading.database ?? '')
}

function knowsParameters(reading: UrlReading): boolean {
  return queryParts(reading.query).every(([name]) => parameterNames.has(name))
}

function isSame(a: UrlReading, b: UrlReading): boolean {
  return a.user === b.user && a.password === b.password && a.hosts === b.hosts && a.database === b.database
}

/** Names and values of `a=1&b=2`, still encoded. */
export function queryParts(query: string | undefined): [name: string, value: string][] {
  const parts = (query ?? '').split('&').filter((part) => part !== '')
  return parts.map((part) => {
    const equals = part.indexOf('=')
    return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]
  })
}
