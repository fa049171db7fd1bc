import { beforeAll, describe, expect, it } from 'vitest'
import { noPgBouncer, startPgBouncer } from '../../test/support/pgbouncer.ts'
import { startProxy } from '../../test/support/proxy.ts'
import { runningStatement } from '../../test/support/running-statement.ts'
import type { ServerAccess } from '../../test/support/server-access.ts'
import { sharedServer } from '../../test/support/shared-server.ts'
import { DatabaseError } from './database-error.ts'
import { connectServer } from './server.ts'
import { parseConnectionUrl } from './url/connection-url.ts'
import type { ParsedConnection } from './url/parsed-connection.ts'

const connectionOf = (url: string): ParsedConnection => parseConnectionUrl(url).connection!
const connect = (url: string) => connectServer(connectionOf(url), { applicationName: 'trueup test' })

async function refusalOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  )
}

let server: ServerAccess
beforeAll(async () => {
  server = await sharedServer(15)
})

describe('a message', () => {
  it("brings every statement's table, cells as PostgreSQL writes them", async () => {
    const database = await connect(server.superuserUrl)
    const sql = `SELECT 1, NULL, true, '{a,"b c"}'::text[], '\\x00ff'::bytea, '2026-01-02 03:04:05+00'::timestamptz AT TIME ZONE 'UTC', 9007199254740993, '{"a": 1}'::jsonb, '한글';
      CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1), (2); TABLE t; SELECT WHERE false`
    const tables = await database.query(sql)
    expect(tables).toEqual([
      {
        command: 'SELECT',
        rows: [
          [
            '1',
            null,
            't',
            '{a,"b c"}',
            '\\x00ff',
            '2026-01-02 03:04:05',
            '9007199254740993',
            '{"a": 1}',
            '한글',
          ],
        ],
      },
      { command: 'CREATE TABLE', rows: [] },
      { command: 'INSERT', rows: [], affected: 2 },
      { command: 'SELECT', rows: [['1'], ['2']] },
      { command: 'SELECT', rows: [] },
    ])
    expect(await database.query('')).toEqual([])
    await database.close()
  })

  it('that fails tells SQLSTATE, position, and how many statements had run; the session goes on', async () => {
    const database = await connect(server.superuserUrl)
    const error = await refusalOf(database.query('SELECT 1; SELECT 2; SELECT 1/0; SELECT 3'))
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({
      sqlstate: '22012',
      completed: 2,
      place: { kind: 'server', user: 'postgres' },
    })
    const syntax = await refusalOf(database.query('SELECT 1; SELEC'))
    expect(syntax).toMatchObject({ sqlstate: '42601', position: 11, completed: 0 })
    expect(await database.query('SELECT 4')).toEqual([{ command: 'SELECT', rows: [['4']] }])
    await database.close()
  })

  it('may not wait for data of a COPY', async () => {
    const database = await connect(server.superuserUrl)
    const error = await refusalOf(database.query('CREATE TEMP TABLE t (a int); COPY t FROM STDIN'))
    expect(error.message).toContain('COPY FROM STDIN is not supported')
    await database.close()
  })
})

describe('a session', () => {
  it('knows version, place and process without asking', async () => {
    const proxy = await startProxy(server)
    const database = await connect(proxy.url(server.superuserUrl))
    expect(database.serverVersion).toBeGreaterThanOrEqual(150000)
    expect(database.place).toMatchObject({ kind: 'server', database: 'postgres', user: 'postgres' })
    expect(proxy.connections.map((each) => each.turnsWhenReady)).toEqual([0])
    const [own] = await database.query(
      `SELECT pg_backend_pid(), current_setting('application_name'), current_setting('client_encoding')`,
    )
    expect(own?.rows).toEqual([[String(database.processId), 'trueup test', 'UTF8']])
    await database.query('SELECT 1; SELECT 2')
    await database.close()
    expect(proxy.connections.map((each) => each.turnsWhenReady)).toEqual([2])
    await proxy.close()
  })

  it('ignores libpq variables and takes the options of the URL', async () => {
    Object.assign(process.env, {
      PGOPTIONS: '-c geqo=off',
      PGSSLNEGOTIATION: 'direct',
      PGAPPNAME: 'x',
      PGHOST: 'nowhere.invalid',
    })
    const database = await connect(
      `${server.superuserUrl}?options=-c%20work_mem%3D1234kB&application_name=mine`,
    )
    const [settings] = await database.query(
      `SELECT current_setting('geqo'), current_setting('work_mem'), current_setting('application_name')`,
    )
    expect(settings?.rows).toEqual([['on', '1234kB', 'mine']])
    await database.close()
    for (const name of ['PGOPTIONS', 'PGSSLNEGOTIATION', 'PGAPPNAME', 'PGHOST']) delete process.env[name]
  })

  it('works over a Unix socket', async () => {
    const database = await connect(
      `postgresql://postgres:test-only@/postgres?host=${server.socketFolder}&port=${server.port}`,
    )
    const [table] = await database.query('SELECT inet_server_addr()')
    expect(table?.rows).toEqual([[null]])
    await database.close()
  })
})

describe('cancel', () => {
  it('stops the running statement and leaves the session usable', async () => {
    const database = await connect(server.superuserUrl)
    const error = refusalOf(database.query('SELECT pg_sleep(61)'))
    await runningStatement(server, 'SELECT pg_sleep(61)')
    await database.cancel()
    expect(await error).toMatchObject({ sqlstate: '57014' })
    expect(await database.query('SELECT 1')).toHaveLength(1)
    await database.close()
  })

  it('does nothing where nothing runs', async () => {
    const proxy = await startProxy(server)
    const database = await connect(proxy.url(server.superuserUrl))
    await database.cancel()
    expect(proxy.connections).toHaveLength(1)
    await database.close()
    await proxy.close()
  })
})

it('talks and cancels through a transaction pooler', async (context) => {
  const pooler = await startPgBouncer(server)
  if (!pooler) return context.skip(noPgBouncer)
  const database = await connect(pooler.url(server.superuserUrl))
  expect(database.serverVersion).toBeGreaterThanOrEqual(150000)
  expect(await database.query('BEGIN; SET LOCAL work_mem = 999; SELECT 1; COMMIT')).toHaveLength(4)
  const error = refusalOf(database.query('SELECT pg_sleep(63)'))
  await runningStatement(server, 'SELECT pg_sleep(63)')
  await database.cancel()
  expect(await error).toMatchObject({ sqlstate: '57014' })
  await database.close()
  await pooler.stop()
})

describe('a lost connection', () => {
  it.each(['terminated by an administrator', 'cut on the way'])(
    'is told once and for all: %s',
    async (how) => {
      let cut = false
      const proxy = await startProxy(server, { rule: () => (cut ? 'cut' : 'forward') })
      const database = await connect(proxy.url(server.superuserUrl))
      if (how === 'cut on the way') cut = true
      const error = await refusalOf(database.query('SELECT pg_terminate_backend(pg_backend_pid())'))
      expect(error).toMatchObject({ code: 'CONNECT-LOST', parameters: { phase: 'query' } })
      expect(await refusalOf(database.query('SELECT 1'))).toMatchObject({
        code: 'CONNECT-LOST',
        parameters: { phase: 'idle' },
      })
      await database.close()
      await proxy.close()
    },
  )

  it('while idle is found by the next message', async () => {
    const database = await connect(server.superuserUrl)
    await server.execute(`SELECT pg_terminate_backend(${database.processId})`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const error = await refusalOf(database.query('SELECT 1'))
    expect(error).toMatchObject({
      code: 'CONNECT-LOST',
      parameters: { phase: 'idle', serverMessage: /administrator/ },
    })
    await database.close()
  })
})

describe('close', () => {
  it('costs no round trip and may be called twice', async () => {
    const proxy = await startProxy(server, { delayMs: { toServer: 300, toClient: 300 } })
    const database = await connect(proxy.url(server.superuserUrl))
    const start = performance.now()
    await database.close()
    await database.close()
    expect(performance.now() - start).toBeLessThan(300)
    await proxy.close()
  })

  it('does not wait for a statement that runs', async () => {
    const database = await connect(server.superuserUrl)
    const error = refusalOf(database.query('SELECT pg_sleep(60)'))
    await database.close()
    expect(await error).toMatchObject({ code: 'CONNECT-LOST' })
  })
})

describe.each([14, 16, 17, 18] as const)('PostgreSQL %d', (major) => {
  it('is understood', async () => {
    const other = await sharedServer(major)
    const database = await connect(other.superuserUrl)
    expect(Math.floor(database.serverVersion / 10_000)).toBe(major)
    expect(await database.query('SELECT 1; SELECT 2')).toHaveLength(2)
    await database.close()
  })
})
