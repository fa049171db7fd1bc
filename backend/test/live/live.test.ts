import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../engine/test/support/server-access.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import { connectUrl } from '../../../engine/test/support/targets.ts'
import { seedMarket } from '../../seed/seed-market.ts'
import { liveChanges } from './live-changes.ts'
import { type LiveProject, makeLiveProject } from './live-project.ts'
import { type Proof, proveLive } from './live-proof.ts'

/** The short form tries two changes on 18,000 images; the long form (npm run test:market) all of them on ten times as many. */
const isLong = process.env['TRUEUP_MARKET'] === 'long'
const scale = isLong ? 10 : 1
const changes = isLong ? liveChanges : liveChanges.filter(({ isShort }) => isShort)
const mostMs = 100

let project: LiveProject
let database: TestDatabase
let proof: Proof
beforeAll(async () => {
  project = makeLiveProject()
  database = await (await sharedServer(15)).createDatabase()
  const { exitCode, stderr } = await project.trueup('create', '--yes', '--database', database.url)
  expect(exitCode, stderr).toBe(0)
  const session = await connectUrl(database.url)
  await seedMarket(session, { scale, seed: 1, until: new Date() }).finally(() => session.close())
  proof = await proveLive({
    url: database.url,
    project,
    changes,
    clients: 4,
    rate: 60,
    quietMs: isLong ? 2_000 : 300,
    ...(isLong && { tell: (felt) => console.log(JSON.stringify(felt)) }),
  })
}, 1_800_000)
afterAll(async () => {
  await database?.drop()
  project?.remove()
})

test('every change was made and taken back', () => {
  expect(proof.felt.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
  expect(proof.felt).toHaveLength(3 * changes.length)
})

test('no operation failed', () => {
  expect(proof.errors).toEqual([])
  expect(proof.operations).toBeGreaterThan(100)
})

test('all invariants held at every moment', () => {
  expect(proof.broken).toEqual([])
  expect(proof.checks).toBeGreaterThan(2)
})

// how long clients wait is measured where nothing else runs: beside other tests it says how busy the machine is
if (isLong)
  test.each(changes.map(({ name }) => name))('nobody waits for %s', (change) => {
    // a plan takes no lock: the worst that is felt while one is made is the machine's
    const noise = Math.max(...proof.felt.filter(({ step }) => step === 'plan').map(({ longest }) => longest))
    for (const felt of proof.felt.filter((each) => each.change === change && each.step !== 'plan')) {
      expect(felt.longestLock, `${felt.step}: for a table`).toBeLessThan(mostMs)
      expect(felt.longest, `${felt.step}: for an answer`).toBeLessThan(Math.max(mostMs, 2 * noise))
    }
  })
