import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { startServer } from './server.ts'
import { majors } from './server-programs.ts'
import { localIdentity } from './server-tls.ts'
import { sharedServer } from './shared-server.ts'

describe.each(majors)('PostgreSQL %i', (major) => {
  test('the shared server gives databases and roles', async () => {
    const server = await sharedServer(major)
    const role = await server.createRole()
    const database = await server.createDatabase('책 "of" names', { owner: role.name })
    const [row] = await ask(role.url(database.name), 'SELECT current_database() AS name, version()')
    expect(row).toMatchObject({
      name: database.name,
      version: expect.stringContaining(`PostgreSQL ${major}.`),
    })
    await database.drop()
    await role.drop()
    await expect(ask(role.url('postgres'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })
})

describe('a server of its own', () => {
  test('takes settings, survives a crash on the same port, and is gone after a stop', async () => {
    const server = await startServer(17, { settings: ['max_connections = 7'] })
    const { port } = server
    await server.execute('CREATE TABLE kept (n int)')
    await server.stop('immediate')
    await expect(server.execute('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await server.start()
    expect(server.port).toBe(port)
    expect(await ask(server.superuserUrl, 'SELECT n FROM kept')).toEqual([])
    expect(await ask(server.superuserUrl, 'SHOW max_connections')).toEqual([{ max_connections: '7' }])
    expect(readFileSync(server.logFile, 'utf8')).toContain('was not properly shut down')
    await server.stop('fast')
    expect(existsSync(`${server.dataFolder}/postmaster.pid`)).toBe(false)
  })

  test('listens on a socket too', async () => {
    const server = await startServer(15)
    const viaSocket = `postgresql://postgres:test-only@/postgres?host=${server.socketFolder}&port=${server.port}`
    expect(await ask(viaSocket, 'SELECT inet_client_addr() AS address')).toEqual([{ address: null }])
    await server.stop('fast')
  })

  test('speaks TLS, and only TLS where its rules say so', async () => {
    const server = await startServer(16, { tls: localIdentity(), hba: ['hostssl all all all scram-sha-256'] })
    const checked = `${server.superuserUrl}?sslmode=verify-full&sslrootcert=${server.authorityFile}`
    const question = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'
    expect(await ask(checked, question)).toEqual([{ ssl: true }])
    await expect(ask(server.superuserUrl, question)).rejects.toMatchObject({ code: '28000' })
    await server.stop('fast')
  })

  test('reports why it did not start', async () => {
    await expect(startServer(14, { settings: ['no_such_setting = 1'] })).rejects.toThrow(/no_such_setting/)
  })
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
