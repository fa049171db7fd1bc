import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Authority, makeAuthority } from '../../../test/support/certificates.ts'
import { runFolder } from '../../../test/support/run-folder.ts'
import { runningStatement } from '../../../test/support/running-statement.ts'
import { startServer, type TestServer } from '../../../test/support/server.ts'
import type { ServerAccess } from '../../../test/support/server-access.ts'
import { localIdentity } from '../../../test/support/server-tls.ts'
import { sharedServer } from '../../../test/support/shared-server.ts'
import { connectServer } from '../server.ts'
import { parseConnectionUrl } from '../url/connection-url.ts'
import type { ConnectEvent } from './connect-event.ts'

/** `tls`, `plain`, or the code of the error, for one login. */
async function outcomeOf(url: string): Promise<string> {
  const { connection, problems } = parseConnectionUrl(url)
  if (!connection) throw new Error(JSON.stringify(problems))
  try {
    const database = await connectServer(connection, { applicationName: 'trueup test' })
    await database.query('SELECT 1')
    const [table] = await database.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
    await database.close()
    expect(table?.rows[0]?.[0]).toBe(database.encrypted ? 't' : 'f')
    return database.encrypted ? 'tls' : 'plain'
  } catch (error) {
    return (error as { code: string }).code
  }
}

async function eventsOf(url: string): Promise<ConnectEvent[]> {
  const events: ConnectEvent[] = []
  const observe = (event: ConnectEvent) => events.push(event)
  const options = { applicationName: 'trueup test', observe }
  const database = await connectServer(parseConnectionUrl(url).connection!, options)
  await database.close()
  return events
}

const methodOf = async (url: string) =>
  (await eventsOf(url)).flatMap((event) => (event.kind === 'logged-in' ? [event.method] : []))

/** The password of every role; what each may do is in its name. */
const password = 'test-only'
const hba = [
  'local all all scram-sha-256',
  'hostssl all only_tls all scram-sha-256',
  'hostnossl all only_plain all scram-sha-256',
  'hostssl all with_certificate all cert',
  'host all md5_password all md5',
  'host all plain_password all password',
  'host all trusted all trust',
  'host all postgres all scram-sha-256',
]
const roles = ['only_tls', 'only_plain', 'with_certificate', 'plain_password', 'trusted']

async function startTlsServer(major: 14 | 18, identity = localIdentity()): Promise<TestServer> {
  const server = await startServer(major, { tls: identity, hba })
  const statements = roles.map((role) => `CREATE ROLE ${role} LOGIN PASSWORD '${password}'`)
  await server.execute(
    `${statements.join(';')}; SET password_encryption = md5; CREATE ROLE md5_password LOGIN PASSWORD '${password}'`,
  )
  return server
}

let withoutTls: ServerAccess
const withTls = new Map<number, TestServer>()
let identity: ReturnType<typeof localIdentity>
beforeAll(async () => {
  identity = localIdentity()
  withoutTls = await sharedServer(15)
  for (const major of [14, 18] as const) withTls.set(major, await startTlsServer(major, identity))
})

describe.each([14, 18])('sslmode, PostgreSQL %d with TLS', (major) => {
  it.each([
    // user, disable, allow, prefer, require
    ['postgres', 'plain', 'plain', 'tls', 'tls'],
    ['only_tls', 'CONNECT-TLS-REQUIRED', 'tls', 'tls', 'tls'],
    ['only_plain', 'plain', 'plain', 'plain', 'CONNECT-NOT-ALLOWED'],
  ])('as user %s: disable %s, allow %s, prefer %s, require %s', async (user, ...expected) => {
    const url = withTls.get(major)!.url('postgres', user, password)
    const modes = ['disable', 'allow', 'prefer', 'require']
    const outcomes = await Promise.all(modes.map((mode) => outcomeOf(`${url}?sslmode=${mode}`)))
    expect(outcomes).toEqual(expected)
  })
})

describe('sslmode, a server without TLS', () => {
  it.each([
    ['disable', 'plain'],
    ['allow', 'plain'],
    ['prefer', 'plain'],
    ['require', 'CONNECT-TLS-REFUSED'],
    ['verify-full', 'CONNECT-TLS-REFUSED'],
  ])('%s: %s', async (mode, expected) => {
    expect(await outcomeOf(`${withoutTls.superuserUrl}?sslmode=${mode}`)).toBe(expected)
  })
})

describe('the certificate', () => {
  const file = (name: string, text: string) => {
    const path = join(runFolder(), name)
    writeFileSync(path, text)
    return path
  }
  const day = 86_400_000
  const servers: Record<string, ServerAccess> = {}
  let own: string
  let other: string
  beforeAll(async () => {
    const { authority }: { authority: Authority } = identity
    own = file('own.pem', authority.certificate)
    other = file('other.pem', makeAuthority('Another authority').certificate)
    const names = ['localhost', '127.0.0.1']
    const past = { from: new Date(Date.now() - 9 * day), to: new Date(Date.now() - 2 * day) }
    const future = { from: new Date(Date.now() + 2 * day), to: new Date(Date.now() + 9 * day) }
    servers['good'] = withTls.get(18)!
    servers['of another host'] = await startTlsServer(18, {
      authority,
      certificate: authority.issue(['db.example.com']),
    })
    servers['expired'] = await startTlsServer(18, { authority, certificate: authority.issue(names, past) })
    servers['not valid yet'] = await startTlsServer(18, {
      authority,
      certificate: authority.issue(names, future),
    })
  })

  it.each([
    // certificate, authority trusted, require without it, require with it, verify-ca, verify-full
    ['good', 'own', 'tls', 'tls', 'tls', 'tls'],
    ['good', 'other', 'tls', 'CONNECT-TLS-UNTRUSTED', 'CONNECT-TLS-UNTRUSTED', 'CONNECT-TLS-UNTRUSTED'],
    ['of another host', 'own', 'tls', 'tls', 'tls', 'CONNECT-TLS-NAME'],
    ['expired', 'own', 'tls', 'CONNECT-TLS-EXPIRED', 'CONNECT-TLS-EXPIRED', 'CONNECT-TLS-EXPIRED'],
    ['not valid yet', 'own', 'tls', 'CONNECT-TLS-NOT-YET', 'CONNECT-TLS-NOT-YET', 'CONNECT-TLS-NOT-YET'],
  ])(
    '%s, trusting %s: require %s, require with sslrootcert %s, verify-ca %s, verify-full %s',
    async (which, trusted, ...expected) => {
      const url = servers[which]!.superuserUrl
      const root = `sslrootcert=${trusted === 'own' ? own : other}`
      const queries = [
        'sslmode=require',
        `sslmode=require&${root}`,
        `sslmode=verify-ca&${root}`,
        `sslmode=verify-full&${root}`,
      ]
      expect(await Promise.all(queries.map((query) => outcomeOf(`${url}?${query}`)))).toEqual(expected)
    },
  )

  it('of a private authority is not trusted by verify-full alone', async () => {
    expect(await outcomeOf(`${servers['good']!.superuserUrl}?sslmode=verify-full`)).toBe(
      'CONNECT-TLS-UNTRUSTED',
    )
  })

  it('is checked against the name that was asked for, address or host', async () => {
    const byName = servers['good']!.superuserUrl.replace('127.0.0.1', 'localhost')
    expect(await outcomeOf(`${byName}?sslmode=verify-full&sslrootcert=${own}`)).toBe('tls')
  })

  it('is told with what was checked', async () => {
    const events = await eventsOf(`${servers['good']!.superuserUrl}?sslmode=verify-full&sslrootcert=${own}`)
    expect(events.find((event) => event.kind === 'tls-started')).toMatchObject({
      protocol: 'TLSv1.3',
      check: 'issuer-and-name',
      certificate: {
        subject: 'localhost',
        issuer: 'Test authority',
        until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    })
  })

  it.each([
    ['a file that is not there', 'sslmode=verify-ca&sslrootcert=/nowhere.pem'],
    [
      'an authority that is no certificate',
      () => `sslmode=verify-ca&sslrootcert=${file('noise.pem', 'noise')}`,
    ],
    ['a key that is no key', () => `sslmode=require&sslcert=${own}&sslkey=${file('noise.key', 'noise')}`],
  ])('files are named that cannot be used: %s', async (_, query) => {
    const url = `${servers['good']!.superuserUrl}?${typeof query === 'string' ? query : query()}`
    expect(await outcomeOf(url)).toMatch(/^CONNECT-TLS-(FILE|UNTRUSTED)$/)
  })

  it('of the client is asked for, and taken', async () => {
    const url = `${servers['good']!.url('postgres', 'with_certificate', '')}?sslmode=require`
    expect(await outcomeOf(url)).toBe('CONNECT-TLS-CLIENT-CERTIFICATE')
    const client = identity.authority.issue(['with_certificate'])
    const files = `sslcert=${file('client.pem', client.certificate)}&sslkey=${file('client.key', client.key)}`
    expect(await outcomeOf(`${url}&${files}`)).toBe('tls')
    expect(await methodOf(`${url}&${files}`)).toEqual(['none'])
  })
})

describe('channel binding', () => {
  it.each([
    ['prefer', 'SCRAM-SHA-256-PLUS'],
    ['require', 'SCRAM-SHA-256-PLUS'],
    ['disable', 'SCRAM-SHA-256'],
  ])('%s: %s', async (wish, method) => {
    const url = `${withTls.get(14)!.superuserUrl}?sslmode=require&channel_binding=${wish}`
    expect(await methodOf(url)).toEqual([method])
  })

  it.each(['md5_password', 'plain_password', 'trusted'])(
    'required is refused to a server that asks otherwise: %s',
    async (user) => {
      const url = `${withTls.get(18)!.url('postgres', user, password)}?sslmode=require`
      expect(await outcomeOf(url)).toBe('tls')
      expect(await outcomeOf(`${url}&channel_binding=require`)).toBe('CONNECT-CHANNEL-BINDING')
    },
  )

  it('required is refused without encryption', async () => {
    const { connection } = parseConnectionUrl(`${withoutTls.superuserUrl}?channel_binding=require`)
    await expect(connectServer(connection!, { applicationName: 'trueup test' })).rejects.toMatchObject({
      code: 'CONNECT-CHANNEL-BINDING',
      parameters: { reason: 'plain' },
    })
  })
})

describe('sslnegotiation=direct', () => {
  const query = 'sslmode=require&sslnegotiation=direct'

  it('saves the question', async () => {
    expect(await outcomeOf(`${withTls.get(18)!.superuserUrl}?${query}`)).toBe('tls')
  })

  it('fails clearly where the server is too old for it', async () => {
    expect(await outcomeOf(`${withTls.get(14)!.superuserUrl}?${query}`)).toBe('CONNECT-TLS-FAILED')
  })
})

it('cancels over TLS', async () => {
  const server = withTls.get(18)!
  const { connection } = parseConnectionUrl(`${server.superuserUrl}?sslmode=require`)
  const database = await connectServer(connection!, { applicationName: 'trueup test' })
  const error = database.query('SELECT pg_sleep(60)').catch((reason) => reason)
  await runningStatement(server, 'SELECT pg_sleep(60)')
  await database.cancel()
  expect(await error).toMatchObject({ sqlstate: '57014' })
  await database.close()
})
