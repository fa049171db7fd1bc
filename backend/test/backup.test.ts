import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProject } from '../../engine/test/support/project.ts'
import type { ServerAccess, TestDatabase } from '../../engine/test/support/server-access.ts'
import { sharedServer } from '../../engine/test/support/shared-server.ts'
import { cancelGeneration } from '../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../app/operations/generations/fail-generation.ts'
import { startGeneration } from '../app/operations/generations/start-generation.ts'
import { processWebhook } from '../app/operations/payments/process-webhook.ts'
import { receiveWebhook } from '../app/operations/payments/receive-webhook.ts'
import { decidePayout } from '../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../app/operations/payouts/request-payout.ts'
import { likeImage } from '../app/operations/social/like.ts'
import { schemaSql } from './domain/schema-sql.ts'
import { type MarketDatabase, openMarketAt } from './operations/market-database.ts'
import { paypalEvent } from './operations/paypal-event.ts'
import { image, newAdmin, newBuyer, newInfluencer, newPublicAvatar } from './operations/people.ts'

const project = makeProject({ 'trueup.config.ts': 'export default {}' })
let server: ServerAccess
let busy: TestDatabase
let market: MarketDatabase

beforeAll(async () => {
  server = await sharedServer(15)
  busy = await server.createDatabase()
  market = await openMarketAt(busy.url)
  await market.query(schemaSql())
})
afterAll(async () => {
  await market.close()
  await busy.drop()
  project.remove()
})

test('a backup of a database that is written to all the time keeps every invariant', async () => {
  const stop = { asked: false }
  const people = Array.from({ length: 3 }, () => live(stop))
  await until(
    async () => Number((await market.query('SELECT count(*) AS n FROM generations'))[0]?.['n']) > 30,
  )
  const folders = []
  for (const round of ['one', 'two', 'three']) {
    const words = ['--to', round, '--connections', '3', '--database', busy.url]
    expect(await project.trueup('backup', ...words)).toMatchObject({ exitCode: 0 })
    const [name] = readdirSync(`${project.folder}/${round}`).filter((each) => each !== '.gitignore')
    folders.push(`${round}/${name}`)
  }
  stop.asked = true
  const written = await Promise.all(people)
  expect(Math.min(...written)).toBeGreaterThan(0)

  for (const folder of folders) {
    const copy = await server.createDatabase()
    expect(await project.trueup('restore', folder, '--database', copy.url)).toMatchObject({ exitCode: 0 })
    const database = await openMarketAt(copy.url)
    expect(await database.broken()).toEqual([])
    expect(await newBuyer(database.db)).toBeGreaterThan(3)
    await database.close()
    await copy.drop()
  }
})

/** The life of two people in the product, over and over, until asked to stop; gives the number of rounds. */
async function live(stop: { readonly asked: boolean }): Promise<number> {
  const { db } = market
  const admin = await newAdmin(market)
  const influencer = await newInfluencer(db, admin)
  const avatar = await newPublicAvatar(db, influencer, admin)
  const buyer = await newBuyer(db, 100)
  const worker = `w${buyer}`
  let round = 0
  for (; !stop.asked; round++) {
    await receiveWebhook(db, paypalEvent({ user: buyer, usd: '60.00' }))
    await processWebhook(db)
    const request = { buyer, avatar, optionCredits: 20, prompt: 'a cat', idempotencyKey: randomUUID() }
    const started = await startGeneration(db, request)
    if (started.kind === 'started' && round % 5 === 4)
      await cancelGeneration(db, { generation: started.generation, buyer })
    const claimed = await claimTask(db, { worker })
    if (claimed.kind === 'claimed') {
      const { task, generation } = claimed
      if (round % 4 === 3) await failGeneration(db, { task, worker, failCode: 'engine', reason: 'gone' })
      else await completeGeneration(db, { ...image, task, worker })
      await likeImage(db, { user: buyer, generation })
    }
    const asked = await requestPayout(db, { influencer, credits: 10, account: 'bank' })
    if (asked.kind === 'requested')
      await decidePayout(db, { kind: 'rejected', request: asked.request, admin, reason: 'no' })
  }
  return round
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
