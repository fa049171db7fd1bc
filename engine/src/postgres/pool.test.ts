import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noPgBouncer, startPgBouncer } from '../../test/support/pgbouncer.ts'
import { runningStatement } from '../../test/support/running-statement.ts'
import { startServer, type TestServer } from '../../test/support/server.ts'
import { localIdentity } from '../../test/support/server-tls.ts'
import { openPool } from './pool.ts'
import { parseConnectionUrl } from './url/connection-url.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer(17, { tls: localIdentity() })
})
afterAll(() => server.stop('immediate'))

const open = (query = '', statementTimeoutMs = 0) =>
  openPool(parseConnectionUrl(`${server.superuserUrl}${query}`).connection!, {
    applicationName: 'shop',
    max: 3,
    statementTimeoutMs,
  })

describe('a pool', () => {
  it('makes its connections as the engine does, encrypted and bound', async () => {
    const { pool, close } = await open('?sslmode=require&channel_binding=require')
    expect(pool.totalCount).toBe(1)
    const sql = `SELECT pid, ssl, application_name FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE pid = pg_backend_pid()`
    const results = await Promise.all(
      Array.from({ length: 9 }, () => pool.query(`${sql} AND pg_sleep(0.02) IS NOT NULL`)),
    )
    const rows = results.map((result) => result.rows[0])
    expect(new Set(rows.map((row) => row.pid)).size).toBe(3)
    expect(rows.every((row) => row.ssl && row.application_name === 'shop')).toBe(true)
    await close()
  })

  it('replaces a connection that died', async () => {
    const { pool, close } = await open()
    await pool.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => {})
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await close()
  })

  it('takes back a connection that died in the hands of somebody who forgets it', async () => {
    const { pool, close } = await open()
    for (let round = 0; round < 4; round++) {
      const client = await pool.connect()
      const ended = new Promise((resolve) => client.once('end', resolve))
      await client.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => {})
      await ended
      if (round % 2) client.release()
    }
    expect(pool.totalCount).toBe(0)
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await close()
  })

  it('limits statements without a round trip', async () => {
    const { pool, close } = await open('', 50)
    await expect(pool.query('SELECT pg_sleep(60)')).rejects.toMatchObject({ code: '57014' })
    await close()
  })

  it('limits waiting for locks', async () => {
    const { connection } = parseConnectionUrl(server.superuserUrl)
    const { pool, close } = await openPool(connection!, {
      applicationName: 'shop',
      max: 3,
      lockTimeoutMs: 50,
    })
    const holder = await pool.connect()
    await holder.query('BEGIN; LOCK TABLE pg_catalog.pg_default_acl')
    const lock = 'BEGIN; LOCK TABLE pg_catalog.pg_default_acl'
    await expect(pool.query(lock)).rejects.toMatchObject({ code: '55P03' })
    await holder.query('ROLLBACK')
    holder.release()
    await close()
  })

  it('does without the limit behind a pooler that refuses it', async (context) => {
    const pooler = await startPgBouncer(server)
    if (!pooler) return context.skip(noPgBouncer)
    const { connection } = parseConnectionUrl(pooler.url(server.superuserUrl))
    const { pool, close } = await openPool(connection!, {
      applicationName: 'shop',
      max: 3,
      statementTimeoutMs: 50,
    })
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await close()
    await pooler.stop()
  })

  it('fails at once, and explains itself', async () => {
    const { connection } = parseConnectionUrl(server.url('nowhere'))
    const opening = openPool(connection!, { applicationName: 'shop', max: 3 })
    await expect(opening).rejects.toMatchObject({ code: 'CONNECT-DATABASE-MISSING' })
  })

  it('closes within its limit though a query runs on', async () => {
    const { pool, close } = await open()
    const failure = pool.query('SELECT pg_sleep(62)').catch((error: Error) => error)
    await runningStatement(server, 'SELECT pg_sleep(62)')
    const start = performance.now()
    await close(100)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(await failure).toBeInstanceOf(Error)
  })
})
