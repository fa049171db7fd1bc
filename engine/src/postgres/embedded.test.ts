import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseError } from './database-error.ts'
import { openEmbedded, openInMemory } from './embedded.ts'

let base: string
let cache: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'trueup-embedded-'))
  cache = join(base, 'cache')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const open = (folder: string) => openEmbedded(folder, { command: 'test', cache })
const failureOf = (folder: string) =>
  open(folder).then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  )
const newFolder = (name: string) => {
  const folder = join(base, name)
  mkdirSync(folder)
  return folder
}

describe('a database in memory', () => {
  it('answers as a server does', async () => {
    const database = await openInMemory({ cache })
    expect(database).toMatchObject({ place: { kind: 'memory' }, profile: { name: 'embedded' } })
    expect(Math.floor(database.serverVersion / 10_000)).toBe(18)
    const sql = `SELECT 1, NULL, true, '{a,"b c"}'::text[], '\\x00ff'::bytea, '2026-01-02 03:04:05+00'::timestamptz, 9007199254740993, '{"a": 1}'::jsonb, '한글';
      CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2); TABLE t; SELECT WHERE false`
    expect(await database.query(sql)).toEqual([
      {
        command: 'SELECT',
        rows: [
          [
            '1',
            null,
            't',
            '{a,"b c"}',
            '\\x00ff',
            '2026-01-02 03:04:05+00',
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
    const error = await database.query('SELECT 1; SELECT 1/0; SELECT 3').catch((reason) => reason)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ sqlstate: '22012', completed: 1, place: { kind: 'memory' } })
    expect(await database.query('SELECT 4')).toEqual([{ command: 'SELECT', rows: [['4']] }])
    await database.close()
    await database.close()
  })

  it('that broke says so', async () => {
    const database = await openInMemory({ cache })
    await database.query('CREATE TABLE t ()')
    const error = await database.query('COPY t FROM STDIN').catch((reason) => reason)
    const failure = { code: 'EMBEDDED-FAILED', parameters: { place: 'memory' } }
    expect(error).toMatchObject(failure)
    await expect(database.query('SELECT 1')).rejects.toMatchObject(failure)
    await database.close()
  })
})

describe('a database in a folder', () => {
  it('keeps what was written, and is locked while it is open', async () => {
    const folder = join(base, 'new', 'deep')
    const first = await open(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(await failureOf(folder)).toMatchObject({
      code: 'EMBEDDED-IN-USE',
      parameters: { pid: process.pid },
    })
    await first.query('CREATE TABLE t (a int); INSERT INTO t VALUES (1)')
    await first.close()
    const second = await open(folder)
    expect(await second.query('TABLE t')).toEqual([{ command: 'SELECT', rows: [['1']] }])
    await second.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('trueup'))).toEqual([])
  })

  it('whose making was interrupted is made anew', async () => {
    const folder = newFolder('interrupted')
    for (const name of ['trueup.unfinished', 'PG_VERSION', 'postgresql.conf'])
      writeFileSync(join(folder, name), '')
    const database = await open(folder)
    expect(await database.query('SELECT 1')).toHaveLength(1)
    await database.close()
    expect(existsSync(join(folder, 'trueup.unfinished'))).toBe(false)
  })
})

describe('a folder is refused, and left as it was,', () => {
  it('when it holds something else', async () => {
    const folder = newFolder('photographs')
    writeFileSync(join(folder, 'cat.jpg'), '')
    expect(await failureOf(folder)).toMatchObject({ code: 'EMBEDDED-NOT-A-DATABASE', parameters: { folder } })
    expect(readdirSync(folder)).toEqual(['cat.jpg'])
  })

  it('when another major made it', async () => {
    const folder = newFolder('old')
    writeFileSync(join(folder, 'PG_VERSION'), '15\n')
    expect(await failureOf(folder)).toMatchObject({
      code: 'EMBEDDED-VERSION',
      parameters: { found: '15', wanted: '18' },
    })
    expect(readdirSync(folder)).toEqual(['PG_VERSION'])
  })

  it('when it is a file', async () => {
    const file = join(base, 'file')
    writeFileSync(file, 'text')
    expect(await failureOf(file)).toMatchObject({ code: 'EMBEDDED-FOLDER' })
    expect(await failureOf(join(file, 'below'))).toMatchObject({ code: 'EMBEDDED-FOLDER' })
  })

  it('when its database is damaged, and can be locked again', async () => {
    const folder = join(base, 'damaged')
    await (await open(folder)).close()
    rmSync(join(folder, 'global'), { recursive: true })
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(await failureOf(folder)).toMatchObject({ code: 'EMBEDDED-FAILED' })
  })
})

describe('the seed', () => {
  const seeds = () => readdirSync(cache).filter((name) => name.endsWith('.tar'))

  it('is made once and used by all, with templates and without', async () => {
    expect(seeds()).toHaveLength(2)
    expect(readdirSync(cache)).toEqual(seeds())
  })

  it('has templates where databases are to be made', async () => {
    const database = await openInMemory({ cache, templates: true })
    await database.query('CREATE DATABASE another TEMPLATE template0')
    await database.close()
  })

  it('that was cut off is made anew', async () => {
    for (const file of seeds().map((name) => join(cache, name))) {
      const { size } = statSync(file)
      truncateSync(file, size - 100_000)
      await (await openInMemory({ cache, templates: !file.includes('without') })).close()
      expect(statSync(file).size).toBeGreaterThan(size - 100_000)
    }
  })

  it('is done without where the cache cannot be written', async () => {
    const file = join(base, 'no-cache')
    writeFileSync(file, '')
    const database = await openInMemory({ cache: join(file, 'below') })
    expect(await database.query('SELECT 1')).toHaveLength(1)
    await database.close()
  })
})

it('loses no acknowledged row to 8 processes at once that are killed, three times over', async () => {
  const folder = join(base, 'hammered')
  const program = join(import.meta.dirname, '../../test/support/embedded-writer.ts')
  const acknowledged = new Set<string>()
  const failures: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const goal = acknowledged.size + 15
    const writers = Array.from({ length: 8 }, () => start([program, folder, cache]))
    for (const writer of writers)
      createInterface(writer.stdout!).on('line', (line) => {
        if (line.startsWith('wrote ')) acknowledged.add(line.slice('wrote '.length))
        else failures.push(line)
      })
    while (acknowledged.size < goal) await new Promise((resolve) => setTimeout(resolve, 5))
    const ends = writers.map((writer) => once(writer, 'close'))
    for (const writer of writers) writer.kill('SIGKILL')
    await Promise.all(ends)

    const database = await open(folder)
    const [written] = await database.query('SELECT id FROM written')
    await database.close()
    const kept = new Set(written?.rows.map(([id]) => id))
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  }
  expect(failures).toEqual([])
}, 300_000)

function start(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
}
