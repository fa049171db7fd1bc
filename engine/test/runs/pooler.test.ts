import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import { runs } from '../../src/cli/commands/runs.ts'
import { unlock } from '../../src/cli/commands/unlock.ts'
import { ensureJournal } from '../../src/journal/ensure-journal.ts'
import { takeRunLock } from '../../src/run-lock/take-run-lock.ts'
import { runInProcess } from '../support/in-process.ts'
import { noPgBouncer, startPgBouncer, type TestPgBouncer } from '../support/pgbouncer.ts'
import { makeProject } from '../support/project.ts'
import { repository } from '../support/repository.ts'
import type { ServerAccess, TestDatabase } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'

const project = makeProject({
  'old.sql': 'CREATE TABLE t (id int PRIMARY KEY, email text);',
  'new.sql': `CREATE TABLE t (id int PRIMARY KEY, email text NOT NULL);
    CREATE INDEX t_email ON t (email);`,
})
afterAll(project.remove)

let server: ServerAccess
let database: TestDatabase
let pooler: TestPgBouncer | undefined
beforeEach(async (context) => {
  server = await sharedServer(16)
  database = await server.createDatabase()
  pooler = await startPgBouncer(server)
  context.skip(!pooler, noPgBouncer)
})
afterEach(async () => {
  await pooler?.stop()
  await database.drop()
})

const url = () => pooler?.url(database.url) ?? ''
const flags = (schema: string) => ({
  database: url(),
  schema: [schema],
  yes: true,
  'no-rehearsal': true,
})

/** What the server's sessions are left with, as a new client of the pool finds them. */
async function leaks(): Promise<unknown> {
  const clients = await Promise.all(Array.from({ length: 4 }, () => connectUrl(url())))
  // four transactions at once are four sessions of the server
  await Promise.all(clients.map((client) => client.query('BEGIN')))
  const settings = await Promise.all(
    clients.map((client) =>
      client.query(`SELECT name, setting FROM pg_settings WHERE name IN ('search_path', 'lock_timeout',
        'statement_timeout', 'check_function_bodies', 'client_connection_check_interval') ORDER BY 1`),
    ),
  )
  const locks = await clients[0]?.query(`SELECT * FROM pg_locks WHERE locktype = 'advisory'`)
  await Promise.all(clients.map((client) => client.close()))
  return {
    settings: [...new Set(settings.map(([table]) => JSON.stringify(table?.rows)))],
    locks: locks?.[0]?.rows,
  }
}

const untouched = {
  settings: [
    JSON.stringify([
      ['check_function_bodies', 'on'],
      ['client_connection_check_interval', '0'],
      ['lock_timeout', '0'],
      ['search_path', '"$user", public'],
      ['statement_timeout', '0'],
    ]),
  ],
  locks: [],
}

test('through a pooler: two runners at once, several transactions, nothing leaks', async () => {
  await runInProcess(create, project.folder, flags('old.sql'))
  const admin = await connectUrl(database.url)
  await admin.query(`INSERT INTO t SELECT i, 'a' FROM generate_series(1, 20000) i; ANALYZE t`)
  await runInProcess(plan, project.folder, { database: url(), schema: ['new.sql'], 'no-rehearsal': true })
  const results = await Promise.all([1, 2].map(() => runInProcess(apply, project.folder, flags('new.sql'))))
  expect(results.map(({ exitCode, error }) => error ?? exitCode)).toEqual([0, 0])
  expect(results.filter(({ out }) => out.includes('Nothing to do'))).toHaveLength(1)
  const [modes] = await admin.query('SELECT DISTINCT transaction FROM trueup.steps WHERE run = 2')
  expect(modes?.rows.flat()).toContain('none')
  const [lease] = await admin.query('SELECT lease_number, lease_token FROM trueup.journal')
  expect(lease?.rows[0]?.[1]).toBeNull()
  expect(Number(lease?.rows[0]?.[0])).toBeGreaterThan(0)
  await admin.close()
  expect(await leaks()).toEqual(untouched)
})

test('limits of the role that nothing can lift outside of a transaction are told', async () => {
  await runInProcess(create, project.folder, flags('old.sql'))
  const admin = await connectUrl(database.url)
  await admin.query(`INSERT INTO t SELECT i, 'a' FROM generate_series(1, 20000) i; ANALYZE t`)
  await admin.query(`ALTER DATABASE "${database.name}" SET statement_timeout = '1h'`)
  await pooler?.stop()
  pooler = await startPgBouncer(server)
  const { exitCode, notes } = await runInProcess(apply, project.folder, flags('new.sql'))
  expect(exitCode).toBe(0)
  expect(notes).toContain('(statement_timeout 1h, lock_timeout 0)')
  await admin.close()
})

test('the owner of a lease is killed: others wait until it has run out, unlock proves it', async () => {
  const admin = await connectUrl(database.url)
  await admin.query(`BEGIN; ${ensureJournal('0.1.0')}; COMMIT`)
  const holder = join(repository, 'engine/test/runs/lease-holder.ts')
  const words = ['--conditions=source', '--import', 'tsx', holder, url()]
  const child = spawn(process.execPath, words, { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const held = await runInProcess(runs, project.folder, { database: url() })
  expect(held.out).toContain('The run lock is held by')
  const alive = await runInProcess(unlock, project.folder, { database: url() })
  expect(alive).toMatchObject({ exitCode: 5, out: expect.stringContaining('heard of a moment ago') })
  const refused = await runInProcess(create, project.folder, { ...flags('old.sql'), wait: '0s' })
  expect(refused.error).toMatch(/^RUN-LOCK-BUSY/)
  await setTimeout(5_000) // longer than its lease: the heartbeat holds it
  expect((await runInProcess(unlock, project.folder, { database: url() })).exitCode).toBe(5)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const waited = await runInProcess(create, project.folder, flags('old.sql'))
  expect(waited).toMatchObject({ exitCode: 0 })
  expect((await runInProcess(unlock, project.folder, { database: url() })).out).toContain('Nobody holds')
  await admin.close()
})

test('a lease taken over is fenced off: its old owner cannot begin another transaction', async () => {
  const [first, second] = [await connectUrl(url()), await connectUrl(url())]
  const lock = (token: string, session: typeof first, ttlMs: number) =>
    takeRunLock(
      { database: session, connect: () => new Promise(() => {}) },
      { token, ensureJournal: ensureJournal('0.1.0'), osUser: 'a', osHost: 'b', ttlMs },
      { waitMs: 20_000, signal: new AbortController().signal, say: () => {} },
    ).catch((error) => error)
  // the probe needs a second connection: leases are taken here as where the name tells of the pooler
  const pooled = (session: typeof first) => ({
    ...session,
    profile: { ...session.profile, sessionLocks: false },
  })
  const old = await lock('00000000-0000-4000-8000-000000000001', pooled(first), 300)
  await first.query(`BEGIN; ${old.fence}; COMMIT`)
  const next = await lock('00000000-0000-4000-8000-000000000002', pooled(second), 60_000)
  await second.query(`BEGIN; ${next.fence}; COMMIT`)
  await expect(first.query(`BEGIN; ${old.fence}; COMMIT`)).rejects.toMatchObject({ sqlstate: 'TU002' })
  await first.query('ROLLBACK')
  await first.close()
  await second.close()
})
