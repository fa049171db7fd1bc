import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { startProxy, type TestProxy } from '../support/proxy.ts'
import type { ServerAccess, TestDatabase } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl, serverMajors } from '../support/targets.ts'

const tables = Array.from({ length: 6 }, (_, i) => `t${i}`)
const project = makeProject({
  'schema.sql': tables
    .map(
      (name, i) =>
        `CREATE TABLE ${name} (id int PRIMARY KEY, other int REFERENCES ${tables[Math.max(0, i - 1)]});`,
    )
    .join('\n'),
})
afterAll(project.remove)

describe.each(serverMajors)('a creation that is disturbed, PostgreSQL %s', (major) => {
  let server: ServerAccess
  let database: TestDatabase
  let proxy: TestProxy
  beforeEach(async () => {
    server = await sharedServer(major)
    database = await server.createDatabase()
    proxy = await startProxy(server)
  })
  afterEach(async () => {
    await proxy.close()
    await database.drop()
  })

  const words = (verb: string, url: string) => [verb, '--schema', 'schema.sql', '--database', url, '--json']
  const run = (verb: string, url = database.url) => project.trueup(...words(verb, url))
  const count = async () => {
    const session = await connectUrl(database.url)
    const [result] = await session.query(`SELECT count(*) FROM pg_class WHERE relname ~ '^t[0-9]$'`)
    await session.close()
    return Number(result?.rows[0]?.[0])
  }

  test('eight runs at once: one makes the tables, the others find them', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => run('create')))
    expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array(8).fill(0))
    const made = runs.map(({ stdout }) => JSON.parse(stdout)).filter(({ changed }) => changed)
    expect(made.map(({ created }) => created.length)).toEqual([6])
    expect(await run('verify')).toMatchObject({ exitCode: 0 })
  })

  test('connection cut after the statements were sent, before the answer: settled by looking again', async () => {
    proxy.setRule(({ from, type, query, connection }) =>
      connection === 1 && from === 'client' && type === 'Q' && query === 2 ? 'forward-and-cut' : 'forward',
    )
    const outcome = await run('create', proxy.url(database.url))
    expect(outcome).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(outcome.stdout).created).toHaveLength(6)
    expect(await run('verify')).toMatchObject({ exitCode: 0 })
  })

  test('connection cut before the statements arrived: sent again', async () => {
    proxy.setRule(({ from, type, query, connection }) =>
      connection === 1 && from === 'client' && type === 'Q' && query === 2 ? 'cut' : 'forward',
    )
    expect(await run('create', proxy.url(database.url))).toMatchObject({ exitCode: 0 })
    expect(await count()).toBe(6)
  })

  test.each([1, 4, 7, 11])(
    'the server ends the session at statement %i: nothing is left, the next run completes',
    async (at) => {
      const session = await connectUrl(database.url)
      await session.query(`
      CREATE SCHEMA chaos;
      CREATE FUNCTION chaos.strike() RETURNS event_trigger LANGUAGE plpgsql AS $$
      DECLARE n int := coalesce(nullif(current_setting('chaos.n', true), ''), '0')::int + 1;
      BEGIN
        PERFORM set_config('chaos.n', n::text, false);
        IF n = ${at} THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
      END $$;
      CREATE EVENT TRIGGER strike ON ddl_command_end EXECUTE FUNCTION chaos.strike()`)
      const struck = await run('create')
      expect(struck).toMatchObject({ exitCode: 1 })
      expect(struck.stderr).toContain('error[CONNECT-LOST]')
      expect(struck.stderr).not.toContain('    at ')
      expect(await count()).toBe(0)
      await session.query('DROP EVENT TRIGGER strike')
      await session.close()
      expect(await run('create')).toMatchObject({ exitCode: 0 })
      expect(await run('verify')).toMatchObject({ exitCode: 0 })
    },
  )

  test('killed while its statements are on the way: nothing or everything', async () => {
    proxy.setRule(({ from, type, query }) =>
      from === 'client' && type === 'Q' && query === 2 ? 'hold' : 'forward',
    )
    const running = project.start(words('create', proxy.url(database.url)))
    await until(() => (proxy.connections[0]?.queries.length ?? 0) >= 2)
    running.kill('SIGKILL')
    await running.finished
    proxy.release()
    expect([0, 6]).toContain(await count())
    expect(await run('create')).toMatchObject({ exitCode: 0 })
    expect(await run('verify')).toMatchObject({ exitCode: 0 })
  })

  test('Ctrl-C while another run holds the lock: says so, changes nothing', async () => {
    const other = await connectUrl(database.url)
    await other.query('SELECT pg_advisory_lock(128034944677232)')
    const running = project.start(words('create', proxy.url(database.url)))
    // it asks again and again; nothing of it waits inside the server
    await until(() => (proxy.connections[0]?.queries.length ?? 0) >= 5)
    const [waiting] = await other.query(`SELECT count(*) FROM pg_locks WHERE NOT granted`)
    expect(waiting?.rows).toEqual([['0']])
    running.kill('SIGINT')
    const { exitCode, stderr } = await running.finished
    expect(exitCode).toBe(130)
    expect(stderr).toContain('nothing was changed')
    await other.close()
    expect(await count()).toBe(0)
  })

  test('a role that may not create: named, with what to do, nothing changed', async () => {
    const role = await server.createRole()
    await server.execute('REVOKE CREATE ON SCHEMA public FROM PUBLIC', database.name)
    const { exitCode, stderr } = await run('create', role.url(database.name))
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/error\[[A-Z-]+\].*permission denied for schema public/)
    expect(stderr).toContain('GRANT')
    expect(await count()).toBe(0)
    await role.drop()
  })
})

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
