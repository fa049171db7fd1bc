import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noPgBouncer, startPgBouncer, type TestPgBouncer } from '../../../test/support/pgbouncer.ts'
import { errorResponse, startScriptedServer } from '../../../test/support/scripted-server.ts'
import { startServer, type TestServer } from '../../../test/support/server.ts'
import type { TrueupError } from '../../errors/trueup-error.ts'
import { connectServer } from '../server.ts'
import { parseConnectionUrl } from '../url/connection-url.ts'

async function failureOf(url: string): Promise<TrueupError> {
  return connectServer(parseConnectionUrl(url).connection!, { applicationName: 'trueup test' }).then(
    async (database) => {
      await database.close()
      return expect.unreachable('it should have failed')
    },
    (error) => error,
  )
}

describe('a server refuses', () => {
  const hba = [
    'local all all trust',
    'host locked all all scram-sha-256',
    'host all uninvited all reject',
    'host all trusting all trust',
    'host all missing all trust',
    'host all postgres all scram-sha-256',
  ]
  let server: TestServer
  beforeAll(async () => {
    const settings = ['max_connections = 6', 'superuser_reserved_connections = 1']
    server = await startServer(18, { hba, settings })
    await server.execute('CREATE ROLE trusting LOGIN')
    await server.execute('CREATE ROLE "no login"')
    await server.createDatabase('private')
    await server.execute('REVOKE CONNECT ON DATABASE private FROM public')
  })
  afterAll(() => server.stop('immediate'))

  it.each([
    ['a wrong password', () => server.url('postgres', 'postgres', 'wrong'), 'CONNECT-PASSWORD-WRONG'],
    ['a database that is missing', () => server.url('nowhere'), 'CONNECT-DATABASE-MISSING'],
    ['a database without CONNECT', () => server.url('private', 'trusting', ''), 'CONNECT-DATABASE-DENIED'],
    [
      'a user without a line in pg_hba.conf',
      () => server.url('postgres', 'uninvited', 'x'),
      'CONNECT-NOT-ALLOWED',
    ],
    ['a user that is missing', () => server.url('postgres', 'missing', ''), 'CONNECT-ROLE-MISSING'],
  ])('%s', async (_, url, code) => {
    expect(await failureOf(url())).toMatchObject({ code })
  })

  it('one connection too many', async () => {
    const connection = parseConnectionUrl(server.url('postgres', 'trusting', '')).connection!
    const connect = () => connectServer(connection, { applicationName: 'trueup test' })
    const taken = await Promise.all([connect(), connect(), connect(), connect(), connect()])
    expect(await failureOf(server.url('postgres', 'trusting', ''))).toMatchObject({
      code: 'CONNECT-TOO-MANY',
    })
    await Promise.all(taken.map((database) => database.close()))
  })
})

describe('PgBouncer refuses', () => {
  let server: TestServer
  let pooler: TestPgBouncer | undefined
  beforeAll(async () => {
    server = await startServer(15)
    pooler = await startPgBouncer(server, { max_client_conn: 3 })
  })
  afterAll(async () => {
    await pooler?.stop()
    await server.stop('immediate')
  })

  it.for<[string, (url: string) => string, string]>([
    [
      'a wrong password',
      (url: string) => url.replace('test-only', 'wrong'),
      'CONNECT-PASSWORD-WRONG',
    ] as const,
    [
      'a setting at login',
      (url: string) => `${url}?options=-c%20statement_timeout%3D1`,
      'CONNECT-POOLER-PARAMETER',
    ],
    [
      'a database that the server lacks',
      (url: string) => url.replace(/postgres$/, 'nowhere'),
      'CONNECT-DATABASE-MISSING',
    ],
  ])('%s', async ([, change, code], context) => {
    if (!pooler) return context.skip(noPgBouncer)
    expect(await failureOf(change(pooler.url(server.superuserUrl)))).toMatchObject({ code })
  })
})

describe('what providers and poolers say at login', () => {
  it.each([
    [
      'Neon',
      '08P01',
      'Endpoint ID is not specified. Either please upgrade the postgres client library (libpq) for SNI support or pass the endpoint ID',
      'CONNECT-NEON-ENDPOINT',
    ],
    [
      'Neon',
      'XX000',
      "The requested endpoint could not be found, or you don't have access to it. Please check the provided ID and try again.",
      'CONNECT-NEON-ENDPOINT',
    ],
    [
      'Neon',
      'XX000',
      'The endpoint has been disabled. Enable it using Neon API and retry.',
      'CONNECT-NEON-DISABLED',
    ],
    [
      'Neon',
      'XX000',
      'Your account or project has exceeded the compute time quota. Upgrade your plan to increase limits.',
      'CONNECT-NEON-QUOTA',
    ],
    ['Neon', 'XX000', 'connection is insecure (try using `sslmode=require`)', 'CONNECT-TLS-REQUIRED'],
    ['Neon', 'XX000', "Couldn't connect to compute node", 'CONNECT-SERVER-STARTING'],
    ['PgBouncer', '08P01', 'no such database: shop', 'CONNECT-POOLER-DATABASE'],
    ['PgBouncer', '08P01', 'SSL required', 'CONNECT-TLS-REQUIRED'],
    ['PgBouncer', '08P01', 'no more connections allowed (max_client_conn)', 'CONNECT-TOO-MANY'],
    ['PgBouncer', '08P01', 'unsupported startup parameter: statement_timeout', 'CONNECT-POOLER-PARAMETER'],
    [
      'PgBouncer',
      '08P01',
      'server login failed: FATAL the database system is starting up',
      'CONNECT-SERVER-STARTING',
    ],
    ['Supabase', 'XX000', 'Tenant or user not found', 'CONNECT-ROLE-MISSING'],
    ['PostgreSQL', '57P03', 'the database system is starting up', 'CONNECT-SERVER-STARTING'],
    [
      'PostgreSQL in Korean',
      '28P01',
      '사용자 "somebody"의 password 인증을 실패했습니다',
      'CONNECT-PASSWORD-WRONG',
    ],
    ['anybody', '99999', 'something new', 'CONNECT-FAILED'],
  ])('%s %s %s: %s', async (_, sqlstate, message, code) => {
    const server = await startScriptedServer((_message, socket) =>
      socket.write(errorResponse(sqlstate, message)),
    )
    const error = await failureOf(server.url())
    await server.close()
    expect(error.code).toBe(code)
  })
})
