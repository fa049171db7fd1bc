import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase } from 'trueup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTarget } from '../../engine/test/support/targets.ts'
import { type Config, readConfig } from '../app/config.ts'
import { type OpenedDatabase, openDatabase } from '../app/db.ts'
import { checkInvariants } from '../app/invariants/check-invariants.ts'
import { randomOf } from '../seed/random.ts'
import { seedMarket } from '../seed/seed-market.ts'
import { schemaSql } from '../test/domain/schema-sql.ts'
import { operations } from './mix.ts'
import { openRecent } from './recent.ts'
import { readScene } from './scene.ts'
import { type MarketOptions, type MarketReport, startMarket } from './start-market.ts'

/** One client on the embedded database, sixteen on a server. */
describe.each([
  ['embedded', 1],
  [15, 16],
] as const)('on %s, %d at the same time', (target, clients) => {
  let opened: OpenedDatabase
  let close: () => Promise<void>
  beforeAll(async () => {
    const { database, drop } = await openTarget(target)
    const root = mkdtempSync(join(tmpdir(), 'avatarbank-market-'))
    const config: Config = { ...readConfig({ root, processEnvironment: {} }), poolMax: clients + 1 }
    const setting =
      target === 'embedded'
        ? ({ kind: 'folder', folder: database, origin: 'test' } as const)
        : readConfig({ root, processEnvironment: { DATABASE_URL: database } }).database
    const session = await connectDatabase(setting, { name: 'seed', cache: config.cacheFolder })
    await session.query(schemaSql())
    await seedMarket(session, { scale: 0.1, seed: 1, until: new Date() }).finally(() => session.close())
    opened = await openDatabase({ ...config, database: setting })
    close = async () => {
      await opened.close()
      await drop()
      rmSync(root, { recursive: true, force: true })
    }
  })
  afterAll(() => close?.())

  const run = async (options: Pick<MarketOptions, 'rate' | 'draw'>, milliseconds: number) => {
    const scene = await readScene(opened.db)
    if (scene === undefined) throw new Error('nobody is left who could buy, or approve what is to be bought')
    const market = startMarket(opened.db, scene, { clients, seed: 5, ...options })
    await sleep(milliseconds)
    return market.stop()
  }
  const allHolds = async () => {
    const findings = await checkInvariants(opened.db)
    expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([])
  }
  const isFine = ({ all, errors }: MarketReport) => {
    expect(errors).toEqual([])
    expect(all.count).toBeGreaterThan(10)
    expect(all.p50).toBeLessThanOrEqual(all.p99)
    expect(all.p99).toBeLessThanOrEqual(all.max)
  }

  test('as fast as they go, in the proportions of the day', async () => {
    const report = await run({}, 3_000)
    isFine(report)
    expect(report.operations['read-gallery']!.count).toBeGreaterThan(report.operations['like']?.count ?? 0)
    await allHolds()
  })

  test('every operation as often as any other', async () => {
    const report = await run({ draw: (random) => random.pick(operations) }, 5_000)
    isFine(report)
    await allHolds()
  })

  test('at a fixed rate', async () => {
    const report = await run({ rate: 20 }, 3_000)
    isFine(report)
    expect(report.all.perSecond).toBeLessThan(21)
  })
})

test('at a rate that is too high, whoever waits for a turn waits in the figures, too', async () => {
  const busy = { name: 'read-gallery', weight: 1, run: () => sleep(20, 'done') }
  const scene = {} as Parameters<typeof startMarket>[1]
  const market = startMarket({} as Parameters<typeof startMarket>[0], scene, {
    clients: 1,
    seed: 1,
    rate: 100,
    draw: () => busy,
  })
  await sleep(1_000)
  const { all } = await market.stop()
  expect(market.longest()).toBeLessThan(all.max)
  expect(all.max).toBeGreaterThan(200)
})

test('the latest make room for later ones, and what is taken is gone', () => {
  const recent = openRecent<number>(3, [1, 2])
  for (const item of [3, 4]) recent.add(item)
  const random = randomOf(1)
  const taken = [recent.take(random), recent.take(random), recent.take(random)]
  expect(taken.sort()).toEqual([2, 3, 4])
  expect(recent.take(random)).toBeUndefined()
})
