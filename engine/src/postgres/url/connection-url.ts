import { userInfo } from 'node:os'
import {
  isUnderstood,
  isUnsupported,
  parameterNames,
  similarParameter,
  type UrlParameter,
} from './parameters.ts'
import { isSocketFolder, type ParsedConnection } from './parsed-connection.ts'
import { decodePassword, decodePercent } from './percent.ts'
import type { UrlPart, UrlProblem } from './problem.ts'
import { readHostName } from './provider.ts'
import { hasUrlScheme, queryParts, readUrl, type UrlReading } from './readings.ts'
import { secret } from './secret.ts'
import { readUrlSettings } from './settings.ts'

export type UrlOutcome =
  | { readonly connection: ParsedConnection; readonly problems?: undefined }
  | { readonly connection?: undefined; readonly problems: readonly UrlProblem[] }

/**
 * Understands a libpq connection URI (manual 34.1.1.2), or lists everything that is wrong with it.
 * Only the URL counts: PGHOST, PGPASSWORD, `~/.pgpass` and the like are not read, so that what is
 * connected to can be seen in one place. Left out, the user is the operating system's, the database is named
 * like the user, the port is 5432; the host is `localhost` (libpq: a socket whose folder differs by build).
 */
export function parseConnectionUrl(url: string, operatingSystemUser = () => userInfo().username): UrlOutcome {
  const text = url.trim()
  if (!hasUrlScheme(text)) return { problems: [{ kind: 'url-scheme' }] }
  const reading = readUrl(text)
  if (reading === 'unreadable') return { problems: [{ kind: 'url-unreadable' }] }
  if (reading === 'ambiguous') return { problems: [{ kind: 'url-ambiguous' }] }
  return interpret(reading, operatingSystemUser)
}

type Parameters = ReadonlyMap<UrlParameter, string>

function interpret(reading: UrlReading, operatingSystemUser: () => string): UrlOutcome {
  const problems: UrlProblem[] = []
  const parameters = readParameters(reading, problems)
  const decode = (part: UrlPart, encoded: string | undefined) => decoded(part, encoded, problems)

  const place = readHost(reading.hosts, parameters, problems)
  const user = parameters.get('user') ?? decode('user', reading.user) ?? operatingSystemUser()
  const password = parameters.get('password') || decode('password', reading.password || undefined)
  const database = parameters.get('dbname') || decode('database', reading.database) || user
  const settings = readUrlSettings(parameters, place.host, problems)
  if (problems.length > 0) return { problems }
  return {
    connection: {
      ...place,
      ...settings,
      user,
      password: password === undefined ? undefined : secret(password),
      database,
      ...readHostName(place.host, place.port),
    },
  }
}

function readParameters(reading: UrlReading, problems: UrlProblem[]): Parameters {
  const parameters = new Map<UrlParameter, string>()
  for (const [name, encoded] of queryParts(reading.query)) {
    if (isUnderstood(name)) {
      const value = decoded(name === 'password' ? 'password' : 'parameter', encoded, problems)
      if (value !== undefined) parameters.set(name, value)
    } else if (isUnsupported(name)) {
      problems.push({ kind: 'url-parameter-unsupported', name })
    } else if (!parameterNames.has(name)) {
      problems.push({ kind: 'url-parameter-unknown', name, similar: similarParameter(name) })
    }
  }
  return parameters
}

function readHost(
  hosts: string,
  parameters: Parameters,
  problems: UrlProblem[],
): { host: string; port: number } {
  const named = parameters.get('host')
  if (hosts.includes(',') || named?.includes(',') || parameters.get('port')?.includes(',')) {
    problems.push({ kind: 'url-several-hosts' })
    return { host: '', port: 0 }
  }
  const [, bracketed, plain = '', port] = /^(?:\[(.*)\]|([^:]*))(?::(\d*))?$/.exec(hosts) ?? []
  const host = named || (bracketed ?? decoded('host', plain, problems)) || 'localhost'
  if (!isSocketFolder(host) && /[\s/@]/.test(host)) problems.push({ kind: 'url-host' })
  return { host, port: readPort(parameters.get('port') || port || '5432', problems) }
}

function readPort(text: string, problems: UrlProblem[]): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) problems.push({ kind: 'url-port' })
  return port
}

function decoded(part: UrlPart, encoded: string | undefined, problems: UrlProblem[]): string | undefined {
  if (encoded === undefined) return undefined
  const text = part === 'password' ? decodePassword(encoded) : decodePercent(encoded)
  if (text === undefined) problems.push({ kind: 'url-percent', part })
  return text
}
