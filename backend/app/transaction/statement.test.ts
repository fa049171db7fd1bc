import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPgBouncer, startPgBouncer } from '../../../engine/test/support/pgbouncer.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import { type MarketDatabase, openMarket, openMarketAt } from '../../test/operations/market-database.ts'
import { type Statement, statement } from './statement.ts'

describe.each(['embedded', 14, 18] as const)('a statement that is prepared (%s)', (target) => {
  let market: MarketDatabase
  beforeAll(async () => {
    market = await openMarket(target)
    await market.query('CREATE TABLE shelf (id integer, held integer)')
    await market.query('INSERT INTO shelf VALUES (1, 10), (2, 20)')
  })
  afterAll(() => market?.close())
  const namesOf = async () =>
    (await market.query('SELECT name FROM pg_prepared_statements')).map(({ name }) => String(name))
  const held = statement<{ id: number }, { held: unknown }>(
    ({ id }) => sql`SELECT held FROM shelf WHERE id = ${id}`,
  )

  test('gives the rows of each call', async () => {
    const both = await Promise.all([held(market.db, { id: 1 }), held(market.db, { id: 2 })])
    expect(both).toEqual([[{ held: 10 }], [{ held: 20 }]])
  })

  test('goes on when a column has got another type', async () => {
    await Promise.all([1, 2, 1, 2].map((id) => held(market.db, { id })))
    await market.query('ALTER TABLE shelf ALTER held TYPE text')
    const all = await Promise.all([1, 2, 1, 2].map((id) => held(market.db, { id })))
    expect(all.flat()).toEqual([{ held: '10' }, { held: '20' }, { held: '10' }, { held: '20' }])
    await market.query('ALTER TABLE shelf ALTER held TYPE integer USING held::integer')
    expect(await held(market.db, { id: 1 })).toEqual([{ held: 10 }])
  })

  test('fails with what the server says, and without its inputs', async () => {
    const failing = statement<{ text: string }, never>(({ text }) => sql`SELECT (${text} || 'x')::integer`)
    const failure = await failing(market.db, { text: 'private' }).catch((error: Error) => error)
    expect(failure).toMatchObject({ code: '22P02' })
    expect(String((failure as Error).stack)).not.toContain('SELECT')
  })

  test('does not hide that something is not supported', async () => {
    const failing = statement<object, never>(() => failWith('0A000'))
    await expect(failing(market.db, {})).rejects.toMatchObject({ code: '0A000' })
  })

  if (target !== 'embedded')
    test('goes on without its name where sessions change hands', async () => {
      const other = statement<{ id: number }, { held: number }>(
        ({ id }) => sql`SELECT held + 1 AS held FROM shelf WHERE id = ${id}`,
      )
      await other(market.db, { id: 1 })
      expect(await namesOf()).not.toEqual([])
      await market.query('DEALLOCATE ALL')
      expect(await other(market.db, { id: 1 })).toEqual([{ held: 11 }])
      expect(await namesOf()).toEqual([])
    })
})

test('two applications behind a pooler mean the same by a name, and go on where it knows none', async (context) => {
  const server = await sharedServer(15)
  const pooler = await startPgBouncer(server, { default_pool_size: 2 })
  if (!pooler) return context.skip(noPgBouncer)
  const place = await server.createDatabase()
  const applications = await Promise.all([0, 1].map(() => openMarketAt(pooler.url(place.url))))
  const [one, other] = applications.map(({ db }) => db) as [MarketDatabase['db'], MarketDatabase['db']]
  const make = (): Statement<{ n: number }, { n: number }> =>
    statement(({ n }) => sql`SELECT ${n}::integer AS n`)
  const [ofOne, ofOther] = [make(), make()]
  for (let round = 0; round < 5; round++) {
    const asked = Array.from({ length: 8 }, (_, n) => n)
    const answered = await Promise.all(asked.map((n) => (n % 2 ? ofOne(one, { n }) : ofOther(other, { n }))))
    expect(answered.flat()).toEqual(asked.map((n) => ({ n })))
  }
  await Promise.all(applications.map(({ close }) => close()))
  await place.drop()
  await pooler.stop()
})

/** Fails with this SQLSTATE. */
function failWith(sqlState: string): SQL {
  return sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '${sqlState}'; END $$`)
}
