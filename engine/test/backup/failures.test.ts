import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { startProxy, type TestProxy } from '../support/proxy.ts'
import { repository } from '../support/repository.ts'
import { runCli } from '../support/run-cli.ts'
import type { ServerAccess, TestDatabase } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'

const project = makeProject({ 'trueup.config.ts': 'export default {}' })
let server: ServerAccess
let database: TestDatabase
let proxy: TestProxy

beforeAll(async () => {
  server = await sharedServer(16)
  database = await server.createDatabase()
  proxy = await startProxy(server)
  await server.execute(
    `CREATE TABLE big AS SELECT n, md5(n::text) || md5((n + 1)::text) AS text FROM generate_series(1, 60000) n;
     CREATE TABLE small (n int); INSERT INTO small VALUES (1)`,
    database.name,
  )
})
afterAll(async () => {
  await proxy.close()
  await database.drop()
  project.remove()
})
afterEach(() => proxy.setRule(() => 'forward'))

const left = (folder: string) => {
  const path = join(project.folder, folder)
  return existsSync(path) ? readdirSync(path).filter((name) => name !== '.gitignore') : []
}

describe('a backup that cannot be finished', () => {
  test.each([
    [1, 'the only connection'],
    [2, 'one of two connections'],
  ])('with %i: the server is lost on the way', async (connections) => {
    proxy.setRule(({ from, type, number }) =>
      from === 'server' && type === 'd' && number === 20_000 ? 'cut' : 'forward',
    )
    const words = ['--to', 'lost', '--connections', String(connections), '--lang', 'ko']
    const { exitCode, stderr } = await project.trueup(
      'backup',
      '--database',
      proxy.url(database.url),
      ...words,
    )
    expect({ exitCode, code: /\[([A-Z-]+)\]/.exec(stderr)?.[1] }).toEqual({
      exitCode: 1,
      code: 'CONNECT-LOST',
    })
    expect(left('lost')).toEqual([])
  })

  test('a full disk', async () => {
    // The system refuses files beyond 400 kB; the signal that would end the process is ignored, as at a full disk.
    const trueup = join(repository, 'engine/bin/trueup.js')
    const limited = `trap '' XFSZ; ulimit -f 400; exec ${process.execPath} ${trueup} backup --to full --database ${database.url}`
    const { exitCode, stderr } = await runCli(['bash', '-c', limited], { cwd: project.folder })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/error\[BACKUP-WRITE\].*big.*EFBIG/)
    expect(stderr).not.toContain('    at ')
    expect(left('full')).toEqual([])
  })

  test('a table that may not be read', async () => {
    const role = await server.createRole()
    await server.execute(`GRANT SELECT ON small TO ${role.name}`, database.name)
    const { exitCode, stderr } = await project.trueup(
      'backup',
      '--to',
      'denied',
      '--database',
      role.url(database.name),
    )
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/error\[DATABASE-PERMISSION\]/)
    expect(left('denied')).toEqual([])
    const one = ['backup', '--to', 'denied', '--tables', 'small', '--database', role.url(database.name)]
    expect(await project.trueup(...one)).toMatchObject({ exitCode: 0 })
    await server.execute(`REVOKE ALL ON small FROM ${role.name}`, database.name)
    await role.drop()
  })

  test('killed on the way: what is left is called partial, is not taken for a backup, and is listed', async () => {
    proxy.setRule(({ from, type, number }) =>
      from === 'server' && type === 'd' && number === 20_000 ? 'hold' : 'forward',
    )
    const running = project.start(['backup', '--to', 'killed', '--database', proxy.url(database.url)])
    await until(() => left('killed').length > 0 && proxy.connections.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    running.kill('SIGKILL')
    await running.finished
    proxy.release()
    const [name] = left('killed')
    expect(name).toMatch(/\.partial$/)
    const verified = await project.trueup('backup', 'verify', join('killed', name!))
    expect(verified.stderr).toContain('error[BACKUP-INCOMPLETE]')
    expect((await project.trueup('backup', 'list', '--to', 'killed')).stdout).toContain('never finished')
  })

  test('Ctrl-C while it waits for somebody who alters a table', async () => {
    const other = await connectUrl(database.url)
    await other.query('BEGIN; LOCK TABLE small IN ACCESS EXCLUSIVE MODE')
    const running = project.start(['backup', '--to', 'stopped', '--database', database.url])
    const waiting = `SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'small'::regclass`
    for (;;) {
      const [found] = await other.query(waiting)
      if (found?.rows[0]?.[0] !== '0') break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    running.kill('SIGINT')
    expect((await running.finished).exitCode).toBe(130)
    await other.close()
    expect(left('stopped')).toEqual([])
  })

  test('no table or schema of that name', async () => {
    const backup = (...words: string[]) =>
      project.trueup('backup', '--database', database.url, '--to', 'none', ...words)
    expect((await backup('--tables', 'small,missing')).stderr).toContain('error[BACKUP-TABLE-MISSING]')
    expect((await backup('--schemas', 'nowhere')).stderr).toContain('error[BACKUP-SCHEMA-EMPTY]')
    expect((await backup('--keep', 'all')).stderr).toContain('error[USAGE-NUMBER]')
    expect(left('none')).toEqual([])
  })
})

describe('a restore that cannot be finished', () => {
  let folder: string
  let target: TestDatabase
  beforeAll(async () => {
    const made = await project.trueup('backup', '--database', database.url, '--to', 'good', '--json')
    folder = JSON.parse(made.stdout).folder
    target = await server.createDatabase()
  })
  afterAll(() => target.drop())

  const restore = (url: string, ...words: readonly string[]) =>
    project.trueup('restore', folder, '--database', url, ...words)
  const rows = async (table: string) => {
    const session = await connectUrl(target.url)
    const [result] = await session.query(`SELECT count(*) FROM ${table}`).finally(() => session.close())
    return Number(result?.rows[0]?.[0])
  }

  test('the connection is lost: the table on the way is empty, and the error says which', async () => {
    proxy.setRule(({ from, type, number }) =>
      from === 'client' && type === 'd' && number === 5 ? 'cut' : 'forward',
    )
    const { exitCode, stderr } = await restore(proxy.url(target.url), '--connections', '1')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/error\[RESTORE-STOPPED\]/)
    expect(stderr).toContain('public.big')
    expect(await rows('big')).toBe(0)
  })

  test('tables that exist are never touched', async () => {
    const { exitCode, stderr } = await restore(target.url)
    expect({ exitCode, said: stderr.includes('error[RESTORE-EXISTS]') }).toEqual({ exitCode: 1, said: true })
    expect(await rows('big')).toBe(0)
  })

  test('a missing table comes back beside the others; production asks for a yes', async () => {
    await server.execute('DROP TABLE small', target.name)
    const refused = await restore(target.url, '--tables', 'small', '--env', 'production')
    expect(refused.stderr).toContain('error[RESTORE-NEEDS-YES]')
    expect(await restore(target.url, '--tables', 'small')).toMatchObject({ exitCode: 0 })
    expect(await rows('small')).toBe(1)
    expect((await restore(target.url, '--tables', 'smal')).stderr).toContain('error[RESTORE-TABLE-MISSING]')
  })

  test('into a schema beside everything', async () => {
    expect(await restore(target.url, '--into', 'From the backup')).toMatchObject({ exitCode: 0 })
    expect(await rows('"From the backup".big')).toBe(60_000)
    expect(await rows('big')).toBe(0)
  })

  test('an older server is refused before anything is made', async () => {
    const old = await (await sharedServer(14)).createDatabase()
    const { stderr } = await restore(old.url)
    expect(stderr).toContain('error[RESTORE-OLDER-SERVER]')
    await old.drop()
  })
})

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
