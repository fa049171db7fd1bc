import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedServer } from '../../test/support/shared-server.ts'
import { connectUrl } from '../../test/support/targets.ts'
import type { Database } from './database.ts'
import { openInMemory } from './embedded.ts'

const openers: Readonly<Record<string, () => Promise<{ database: Database; drop(): Promise<void> }>>> = {
  async embedded() {
    return { database: await openInMemory(), drop: async () => {} }
  },
  async 'PostgreSQL 15'() {
    const place = await (await sharedServer(15)).createDatabase()
    return { database: await connectUrl(place.url), drop: place.drop }
  },
}

describe.each(Object.entries(openers))('copies on %s', (_, open) => {
  let database: Database
  let drop: () => Promise<void>
  beforeAll(async () => {
    ;({ database, drop } = await open())
  })
  beforeEach(() => database.query('DROP TABLE IF EXISTS t; CREATE TABLE t (n int, text text)'))
  afterAll(async () => {
    await database.close()
    await drop()
  })

  const copied = async (sql = 'COPY t TO STDOUT') => {
    const parts: Uint8Array[] = []
    const rows = await database.copyOut(sql, async (bytes) => void parts.push(bytes))
    return { rows, text: Buffer.concat(parts).toString() }
  }
  async function* pieces(...texts: readonly string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const fill = (rows: number) =>
    database.query(`INSERT INTO t SELECT n, repeat('가', 200) FROM generate_series(1, ${rows}) n`)

  test('rows come out and go in again, wherever the pieces are cut', async () => {
    expect(await database.copyIn('COPY t FROM STDIN', pieces('1\ta', '\n2\t\\N\n3', '', '\tx\\ny\n'))).toBe(3)
    expect(await copied()).toEqual({ rows: 3, text: '1\ta\n2\t\\N\n3\tx\\ny\n' })
    expect(await copied('COPY (SELECT 1 WHERE false) TO STDOUT')).toEqual({ rows: 0, text: '' })
  })

  test('a slow taker gets every block in order', async () => {
    await fill(5_000)
    const parts: Uint8Array[] = []
    let taking = 0
    const rows = await database.copyOut('COPY t TO STDOUT', async (bytes) => {
      expect(++taking).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 2))
      parts.push(bytes)
      taking--
    })
    expect(rows).toBe(5_000)
    const lines = Array.from({ length: 5_000 }, (_, i) => `${i + 1}\t${'가'.repeat(200)}\n`)
    expect(Buffer.concat(parts).toString() === lines.join('')).toBe(true)
  })

  test('a taker that fails ends the copy with its own error, and the session goes on', async () => {
    await fill(20_000)
    const full = new Error('the disk is full')
    await expect(database.copyOut('COPY t TO STDOUT', () => Promise.reject(full))).rejects.toBe(full)
    expect((await database.query('SELECT 1'))[0]?.rows).toEqual([['1']])
  })

  test('a source that fails leaves no row, and the session goes on', async () => {
    async function* broken() {
      yield Buffer.from('1\ta\n')
      throw new Error('the file is damaged')
    }
    await expect(database.copyIn('COPY t FROM STDIN', broken())).rejects.toThrow('the file is damaged')
    expect((await database.query('SELECT count(*) FROM t'))[0]?.rows).toEqual([['0']])
  })

  test('what the server refuses is told with its state', async () => {
    const refused = expect.objectContaining({ sqlstate: '22P02' })
    const many = pieces(`x\ta\n`, ...Array.from({ length: 100 }, () => '1\ta\n'.repeat(10_000)))
    await expect(database.copyIn('COPY t FROM STDIN', many)).rejects.toEqual(refused)
    await expect(copied('COPY missing TO STDOUT')).rejects.toMatchObject({ sqlstate: '42P01' })
    expect((await database.query('SELECT count(*) FROM t'))[0]?.rows).toEqual([['0']])
  })
})
