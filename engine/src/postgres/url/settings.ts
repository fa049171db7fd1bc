import type { UrlParameter } from './parameters.ts'
import {
  isLoopback,
  isSocketFolder,
  type ParsedConnection,
  type SslSettings,
  sslModes,
} from './parsed-connection.ts'
import type { UrlProblem } from './problem.ts'
import { secret } from './secret.ts'

type Parameters = ReadonlyMap<UrlParameter, string>
type Settings = Pick<
  ParsedConnection,
  'ssl' | 'channelBinding' | 'connectTimeoutMs' | 'applicationName' | 'options' | 'readWriteOnly'
>

const defaultConnectTimeoutMs = 15_000

/** What a URL's parameters ask for beyond host, user and database (manual 34.1.2). */
export function readUrlSettings(parameters: Parameters, host: string, problems: UrlProblem[]): Settings {
  const oneOf = <Value extends string>(name: UrlParameter, legal: readonly Value[]): Value | undefined => {
    const given = parameters.get(name) || undefined
    const value = legal.find((each) => each === given)
    if (given !== undefined && value === undefined)
      problems.push({ kind: 'url-parameter-value', name, legal: legal.join(', ') })
    return value
  }
  oneOf('client_encoding', ['UTF8', 'utf8', 'UTF-8', 'utf-8', 'auto'])
  const ssl = readSsl(parameters, host, oneOf)
  problems.push(...sslProblems(ssl))
  const channelBinding = oneOf('channel_binding', ['prefer', 'require', 'disable']) ?? 'prefer'
  if (channelBinding === 'require' && (ssl.mode === 'disable' || isSocketFolder(host)))
    problems.push({ kind: 'url-parameter-needs', name: 'channel_binding=require', needs: 'sslmode=require' })
  return {
    ssl,
    channelBinding,
    connectTimeoutMs: readTimeoutMs(parameters.get('connect_timeout'), problems),
    applicationName:
      parameters.get('application_name') || parameters.get('fallback_application_name') || undefined,
    options: parameters.get('options') || undefined,
    readWriteOnly: oneOf('target_session_attrs', ['any', 'read-write']) === 'read-write',
  }
}

type OneOf = <Value extends string>(name: UrlParameter, legal: readonly Value[]) => Value | undefined

function readSsl(parameters: Parameters, host: string, oneOf: OneOf): SslSettings {
  const rootFile = parameters.get('sslrootcert') || undefined
  const roots =
    rootFile === 'system'
      ? { kind: 'public' as const }
      : rootFile && { kind: 'file' as const, file: rootFile }
  const named = oneOf('sslmode', sslModes) ?? (oneOf('ssl', ['true']) && 'require')
  const mode = named ?? (rootFile === 'system' ? 'verify-full' : isLoopback(host) ? 'allow' : 'prefer')
  const keyPassword = parameters.get('sslpassword')
  return {
    mode,
    negotiation: oneOf('sslnegotiation', ['postgres', 'direct']) ?? 'postgres',
    roots: roots || (mode === 'verify-full' ? { kind: 'public' } : undefined),
    certificateFile: parameters.get('sslcert') || undefined,
    keyFile: parameters.get('sslkey') || undefined,
    keyPassword: keyPassword ? secret(keyPassword) : undefined,
  }
}

function* sslProblems(ssl: SslSettings): Iterable<UrlProblem> {
  const needs = (name: string, needed: string) =>
    ({ kind: 'url-parameter-needs', name, needs: needed }) as const
  const always = ssl.mode === 'require' || ssl.mode === 'verify-ca' || ssl.mode === 'verify-full'
  if (ssl.negotiation === 'direct' && !always) yield needs('sslnegotiation=direct', 'sslmode=require')
  // Anybody can have a certificate signed by a public root: only the name in it proves anything (libpq's rule).
  if (ssl.roots?.kind === 'public' && ssl.mode !== 'verify-full')
    yield needs('sslrootcert=system', 'sslmode=verify-full')
  if (ssl.mode === 'verify-ca' && !ssl.roots) yield needs('sslmode=verify-ca', 'sslrootcert=<file>')
  if (ssl.certificateFile && !ssl.keyFile) yield needs('sslcert', 'sslkey')
  if (ssl.keyFile && !ssl.certificateFile) yield needs('sslkey', 'sslcert')
}

/** libpq: seconds; 0 or less waits for ever, 1 counts as 2. */
function readTimeoutMs(text: string | undefined, problems: UrlProblem[]): number {
  if (!text) return defaultConnectTimeoutMs
  if (!/^-?\d{1,6}$/.test(text)) {
    problems.push({ kind: 'url-parameter-value', name: 'connect_timeout', legal: '0–999999' })
    return 0
  }
  const seconds = Number(text)
  return seconds <= 0 ? 0 : Math.max(2, seconds) * 1000
}
