import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MarketDatabase, openMarket } from '../../test/operations/market-database.ts'
import { newBuyer } from '../../test/operations/people.ts'
import { users } from '../models/index.ts'
import { operate, operateAtOnce } from './operate.ts'
import { type Retry, retryChannel } from './retry.ts'
import { rowsOf } from './rows-of.ts'

const retries: Retry[] = []
const collect = (retry: unknown) => void retries.push(retry as Retry)
beforeEach(() => {
  retries.length = 0
  subscribe(retryChannel, collect)
})
afterEach(() => void unsubscribe(retryChannel, collect))

/** Fails with this SQLSTATE. */
const failWith = (sqlState: string) =>
  sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '${sqlState}'; END $$`)

describe.each(['embedded', 18] as const)('an operation (%s)', (target) => {
  let market: MarketDatabase
  let user: number
  beforeAll(async () => {
    market = await openMarket(target)
    user = await newBuyer(market.db)
  })
  afterAll(() => market?.close())

  const rename = (tx: MarketDatabase['db'], nickname: string) =>
    tx.update(users).set({ nickname }).where(eq(users.id, user))
  const nickname = async () =>
    (await market.query(`SELECT nickname FROM users WHERE id = ${user}`))[0]?.['nickname']

  test('is committed when it returns, and rolled back when it refuses', async () => {
    const committed = await operate<'done'>(market.db, 'test', async (tx) => {
      await rename(tx, 'committed')
      return 'done'
    })
    const refused = await operate<'done' | 'no'>(market.db, 'test', async (tx, refuse) => {
      await rename(tx, 'refused')
      return refuse('no')
    })
    expect([committed, refused, await nickname()]).toEqual(['done', 'no', 'committed'])
  })

  test('is rolled back by an error, which the caller gets', async () => {
    const failing = operate(market.db, 'test', async (tx) => {
      await rename(tx, 'half done')
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    expect(await nickname()).toBe('committed')
  })

  test('runs at READ COMMITTED, whatever the database would do', async () => {
    await market.query(`SET default_transaction_isolation = 'serializable'`)
    const level = await operate(market.db, 'test', (tx) => rowsOf(tx, sql`SHOW transaction_isolation`))
    await market.query('RESET default_transaction_isolation')
    expect(level).toEqual([{ transaction_isolation: 'read committed' }])
  })

  test.each(['40001', '40P01', '55P03'])('is done again after %s, whole', async (sqlState) => {
    let attempt = 0
    const outcome = await operate(market.db, 'rename', async (tx) => {
      await rename(tx, `attempt ${++attempt}`)
      if (attempt < 3) await tx.execute(failWith(sqlState))
      return attempt
    })
    expect([outcome, await nickname()]).toEqual([3, 'attempt 3'])
    expect(retries).toMatchObject([
      { operation: 'rename', sqlState, attempt: 1 },
      { operation: 'rename', sqlState, attempt: 2 },
    ])
    for (const { waitMs, attempt } of retries) expect(waitMs).toBeLessThan(50 * 2 ** (attempt - 1))
  })

  test('fails without telling the parameters', async () => {
    const failure = await operate(market.db, 'test', (tx) =>
      tx.update(users).set({ passwordHash: 'a secret', nickname: 'x' }).where(eq(users.id, user)),
    ).catch((error: Error) => error)
    expect(failure).toMatchObject({ code: '23514', constraint: 'users_nickname_ck' })
    expect(`${(failure as Error).stack}`).not.toContain('a secret')
  })

  test('fails at once after anything else', async () => {
    const failing = operateAtOnce(market.db, 'test', failWith('23505'))
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(retries).toEqual([])
  })

  test('gives up in the end, with the last error', async () => {
    await expect(operateAtOnce(market.db, 'test', failWith('40001'))).rejects.toMatchObject({ code: '40001' })
    expect(retries).toHaveLength(9)
  })
})

describe('operations that meet on a server', () => {
  let market: MarketDatabase
  const people: number[] = []
  beforeAll(async () => {
    market = await openMarket(16)
    for (let n = 0; n < 2; n++) people.push(await newBuyer(market.db))
  })
  afterAll(() => market?.close())

  const touch = (tx: MarketDatabase['db'], user: number) =>
    tx.update(users).set({ lastLoginAt: sql`now()` }).where(eq(users.id, user))

  test('a deadlock is solved by doing one of them again', async () => {
    const [a, b] = people as [number, number]
    let waiting = 2
    let meet = () => {}
    const met = new Promise<void>((resolve) => (meet = resolve))
    const both = (first: number, second: number) =>
      operate(market.db, 'test', async (tx) => {
        await touch(tx, first)
        if (--waiting === 0) meet()
        await met
        await touch(tx, second)
        return 'done'
      })
    expect(await Promise.all([both(a, b), both(b, a)])).toEqual(['done', 'done'])
    expect(retries).toMatchObject([{ sqlState: '40P01' }])
  })

  test('a lock that is held too long is asked for again', async () => {
    const [a] = people as [number]
    let waits = 0
    const outcome = await market.db.transaction(async (holder) => {
      await touch(holder, a)
      const patient = operate(market.db, 'test', async (tx) => {
        waits++
        await tx.execute(sql`SET LOCAL lock_timeout = '20ms'`)
        await touch(tx, a)
        return 'done'
      })
      while (waits < 2) await new Promise((resolve) => setTimeout(resolve, 5))
      return { patient }
    })
    expect(await outcome.patient).toBe('done')
    expect(retries[0]).toMatchObject({ sqlState: '55P03', attempt: 1 })
  })
})
