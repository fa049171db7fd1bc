import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../engine/test/support/server-access.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import { type ExplainingDatabase, openExplaining } from './explaining-database.ts'
import { hotQueries } from './hot-queries.ts'
import { type Touched, together } from './read-plan.ts'
import { findKnown, makeMarket } from './seeded-market.ts'

/** About 10^4 images against 10^5; with the long form (npm run test:market) against 10^6. */
const scales = [0.5, process.env['TRUEUP_MARKET'] === 'long' ? 50 : 5] as const

const databases: TestDatabase[] = []
const touched = new Map<string, [Touched, Touched]>()
beforeAll(async () => {
  const server = await sharedServer(15)
  const both: Map<string, Touched>[] = []
  for (const scale of scales) {
    const database = await makeMarket(server, scale)
    databases.push(database)
    const explaining = await openExplaining(database.url)
    both.push(await askAll(explaining).finally(explaining.close))
  }
  for (const { name } of hotQueries) touched.set(name, [both[0]!.get(name)!, both[1]!.get(name)!])
}, 1_800_000)
afterAll(() => Promise.all(databases.map((database) => database.drop())))

async function askAll(explaining: ExplainingDatabase): Promise<Map<string, Touched>> {
  const known = await findKnown(explaining.db)
  explaining.explained()
  const results = new Map<string, Touched>()
  for (const { name, run } of hotQueries) {
    await run(explaining.db, known)
    results.set(name, together(explaining.explained()))
  }
  return results
}

describe.each(hotQueries)('$name', ({ name, indexes, mostRows, fullPage = 0, varies }) => {
  test('uses the indexes that are meant for it, and reads no table from end to end', () => {
    const [, large] = touched.get(name)!
    const isUsed = (one: string | readonly string[]) => [one].flat().some((index) => large.indexes.has(index))
    expect(
      indexes.filter((one) => !isUsed(one)),
      [...large.indexes].join(', '),
    ).toEqual([])
    expect([...large.wholeTables]).toEqual([])
  })

  test('looks at few rows, and at no more where there are ten times as many', () => {
    const [few, many] = touched.get(name)!
    expect(many.rows).toBeLessThanOrEqual(mostRows)
    if (varies) return
    expect(many.rows).toBeLessThanOrEqual(Math.max(1.5 * few.rows + 20, fullPage))
    expect(many.blocks).toBeLessThanOrEqual(Math.max(3 * few.blocks + 100, 4 * fullPage))
  })
})
