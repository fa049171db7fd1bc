import type { Database } from 'trueup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInMemory } from '../../engine/src/postgres/embedded.ts'
import { sharedServer } from '../../engine/test/support/shared-server.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { invariants } from '../app/invariants/invariants.ts'
import { schemaSql } from '../test/domain/schema-sql.ts'
import { seedMarket } from './seed-market.ts'
import { tableNames } from './tables.ts'

/** Logs have partitions from the first of this month on: so the market ends late in it, whatever day it is. */
const today = new Date()
const until = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 28))
const options = { scale: 0.05, seed: 7, until }

async function openServer(): Promise<Database> {
  const { url, drop } = await (await sharedServer(15)).createDatabase()
  const database = await connectUrl(url)
  return { ...database, close: () => database.close().then(drop) }
}

describe.each([
  ['embedded', openInMemory],
  ['PostgreSQL 15', openServer],
] as const)('%s', (_, open) => {
  let database: Database
  let definitions: string
  beforeAll(async () => {
    database = await open()
    await database.query(schemaSql())
    definitions = await definitionsOf(database)
    await seedMarket(database, options)
  })
  afterAll(() => database?.close())

  test.each(invariants.map(({ name, sql }) => [name, sql] as const))('%s', async (_, sql) => {
    const [broken] = await database.query(sql)
    expect(broken?.rows).toEqual([])
  })

  test('every table has rows, and some images are still being made', async () => {
    for (const table of tableNames)
      expect(Number(await answer(database, `SELECT count(*) FROM ${table}`)), table).toBeGreaterThan(0)
    expect(
      Number(await answer(database, `SELECT count(*) FROM tasks WHERE status = 'queued'`)),
    ).toBeGreaterThan(0)
  })

  test('keys and indexes are what they were', async () => {
    expect(await definitionsOf(database)).toBe(definitions)
  })

  test('new rows go on after the seeded keys', async () => {
    await database.query('BEGIN')
    const id = await answer(
      database,
      `INSERT INTO likes (user_id, generation_id) SELECT u.id, g.id FROM users u, generations g
       WHERE NOT EXISTS (SELECT FROM likes WHERE user_id = u.id AND generation_id = g.id) LIMIT 1 RETURNING id`,
    )
    expect(Number(id)).toBe(Number(await answer(database, 'SELECT max(id) FROM likes')))
    await database.query('ROLLBACK')
  })

  test('a database with rows is left alone', async () => {
    expect(await seedMarket(database, options)).toEqual({ kind: 'not-empty', table: 'users' })
    expect(await answer(database, 'SELECT pg_current_xact_id_if_assigned()')).toBe(null)
  })
})

test('the same seed makes the same market, another seed another', async () => {
  const [one, same, other] = [await rowsOf(7), await rowsOf(7), await rowsOf(8)]
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
})

/** A digest of every table's rows. */
async function rowsOf(seed: number): Promise<readonly (string | null)[]> {
  const database = await openServer()
  try {
    await database.query(schemaSql())
    await seedMarket(database, { ...options, seed })
    const digests = tableNames.map(
      (table) => `(SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM ${table} t)`,
    )
    const [answer] = await database.query(`SELECT ${digests.join(', ')}`)
    return answer?.rows[0] ?? []
  } finally {
    await database.close()
  }
}

async function answer(database: Database, sql: string): Promise<string | null | undefined> {
  return (await database.query(sql)).at(-1)?.rows[0]?.[0]
}

async function definitionsOf(database: Database): Promise<string> {
  const text = await answer(
    database,
    `SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
      SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid >= 16384
      UNION ALL
      SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    ) AS definitions (line)`,
  )
  return text ?? ''
}
