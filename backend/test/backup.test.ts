import { readdirSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProject } from '../../engine/test/support/project.ts'
import type { ServerAccess, TestDatabase } from '../../engine/test/support/server-access.ts'
import { sharedServer } from '../../engine/test/support/shared-server.ts'
import type { DomainDatabase, Row } from './domain/domain-database.ts'
import { brokenInvariants } from './domain/invariants.ts'
import { grantInfluencer, signUp } from './domain/operations/accounts.ts'
import {
  cancelGeneration,
  claimTask,
  completeGeneration,
  failGeneration,
  startGeneration,
} from './domain/operations/generations.ts'
import { publishAvatar, registerAvatar, trainAvatar } from './domain/operations/listings.ts'
import { purchaseCredits, receiveWebhook } from './domain/operations/payments.ts'
import { decidePayout, requestPayout } from './domain/operations/payouts.ts'
import { mark } from './domain/operations/social.ts'
import { insert } from './domain/rows.ts'
import { schemaSql } from './domain/schema-sql.ts'

const project = makeProject({ 'trueup.config.ts': 'export default {}' })
let server: ServerAccess
let busy: TestDatabase
const opened: DomainDatabase[] = []

beforeAll(async () => {
  server = await sharedServer(15)
  busy = await server.createDatabase()
  await (await open(busy)).query(schemaSql())
})
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()))
  await busy.drop()
  project.remove()
})

test('a backup of a database that is written to all the time keeps every invariant', async () => {
  const stop = { asked: false }
  const people = Array.from({ length: 3 }, (_, i) => write(i, stop))
  const first = await open(busy)
  await until(async () => Number((await first.query('SELECT count(*) AS n FROM generations'))[0]?.['n']) > 30)
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
    const database = await open(copy)
    expect(await brokenInvariants(database)).toEqual([])
    const late = await signUp(database, 'Late')
    expect(late).toBeGreaterThan(3)
    await opened.pop()?.close()
    await copy.drop()
  }
})

/** One person's life in the product, over and over, until asked to stop; gives the number of rounds. */
async function write(person: number, stop: { readonly asked: boolean }): Promise<number> {
  const database = await open(busy)
  const admin = await insert(database, 'users', {
    ...{ email: `admin${person}`, nickname: `admin${person}`, password_hash: 'x', role: 'admin' },
  })
  const mina = await signUp(database, `Mina${person}`)
  const buyer = await signUp(database, `Buyer${person}`, 10)
  await grantInfluencer(database, mina, admin)
  const avatar = await registerAvatar(database, mina, 'Mina')
  await trainAvatar(database, avatar, 'success')
  await publishAvatar(database, avatar, admin)
  let round = 0
  for (; !stop.asked; round++) {
    const event = `${person}-${round}`
    await receiveWebhook(database, { event, capture: event, user: buyer, usd: 60 })
    await purchaseCredits(database)
    const key = `0000000${person}-0000-4000-8000-${String(round).padStart(12, '0')}`
    const started = await startGeneration(database, { buyer, avatar, key, option: 20 }).catch(() => undefined)
    if (started === undefined) continue // another person's money came first
    if (round % 5 === 4) await cancelGeneration(database, started, 'pending', 'credits_used').catch(() => {})
    const claimed = await claimTask(database, `w${person}`).catch(() => undefined)
    if (claimed === undefined) continue
    if (round % 4 === 3) await failGeneration(database, claimed, 'engine')
    else await completeGeneration(database, claimed, `w${person}`)
    await mark(database, 'likes', buyer, claimed)
    const request = await requestPayout(database, mina, 10).catch(() => undefined)
    if (request !== undefined)
      await decidePayout(database, { request, user: mina, admin, from: 'pending', to: 'rejected' })
  }
  return round
}

async function open(place: TestDatabase): Promise<DomainDatabase> {
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const database: DomainDatabase = {
    query: async (sql) => (await client.query<Row>(sql)).rows,
    close: () => client.end(),
  }
  opened.push(database)
  return database
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
