import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Pair, startPair } from '../support/standby.ts'
import { connectUrl, type TestTarget } from '../support/targets.ts'
import { backfill, runLive } from './live-plan.ts'

let pair: Pair
let target: TestTarget
beforeAll(async () => {
  pair = await startPair(15)
  const { primary } = pair
  const database = primary.superuserUrl
  target = {
    database,
    async query(sql) {
      const session = await connectUrl(database)
      const results = await session.query(sql)
      await session.close()
      return results.at(-1)?.rows ?? []
    },
    drop: async () => {},
  }
}, 120_000)
afterAll(() => pair.stop())

test('a backfill pauses while a replica is behind', async () => {
  await target.query(
    'CREATE TABLE t (a int, b int); INSERT INTO t SELECT i FROM generate_series(1, 600000) i',
  )
  await eventually(
    async () => (await target.query(`SELECT FROM pg_stat_replication WHERE state = 'streaming'`)).length > 0,
  )
  await pair.standby.execute('SELECT pg_wal_replay_pause()')
  const run = runLive(target, [backfill('UPDATE public.t SET b = a WHERE b IS NULL')], {
    limits: { maxLagBytes: 1_000_000 },
  })
  await eventually(async () => run.events.some(({ kind }) => kind === 'paused'))
  const missing = () => target.query('SELECT count(*) FROM t WHERE b IS NULL')
  const left = await missing()
  expect(Number(left[0]?.[0])).toBeGreaterThan(0)
  await sleep(1_500)
  expect(await missing()).toEqual(left)
  expect(run.events.find(({ kind }) => kind === 'paused')).toMatchObject({
    reason: { kind: 'replication-lag' },
  })
  await pair.standby.execute('SELECT pg_wal_replay_resume()')
  await run.done
  expect(await missing()).toEqual([['0']])
  expect(run.events).toContainEqual(expect.objectContaining({ kind: 'resumed' }))
}, 180_000)

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) if (await holds()) return
  throw new Error('what was waited for did not come')
}
