import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../engine/test/support/server-access.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import { readConfig } from '../../app/config.ts'
import { type OpenedDatabase, openDatabase } from '../../app/db.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { makeMarket } from './seeded-market.ts'

let database: TestDatabase
let opened: OpenedDatabase
beforeAll(async () => {
  database = await makeMarket(await sharedServer(15), 0.2)
  const processEnvironment = { DATABASE_URL: database.url, DATABASE_POOL_MAX: '16' }
  opened = await openDatabase(readConfig({ root: import.meta.dirname, processEnvironment }))
})
afterAll(async () => {
  await opened?.close()
  await database?.drop()
})

const tasksEach = 200

test('sixteen workers do not stand in the way of each other, and no task is claimed twice', async () => {
  const perSecond = new Map<number, number>()
  for (const workers of [1, 4, 16]) {
    await queueImages(tasksEach)
    const start = performance.now()
    const claims = (
      await Promise.all(Array.from({ length: workers }, (_, n) => claimAll(`${workers}-${n}`)))
    ).flat()
    perSecond.set(workers, (1_000 * tasksEach) / (performance.now() - start))
    expect(claims).toHaveLength(tasksEach)
    expect(new Set(claims).size).toBe(tasksEach)
  }
  // two cores, busy with other tests as well: what is ruled out is that workers wait for each other's tasks
  expect(perSecond.get(4)).toBeGreaterThan(perSecond.get(1)! * 0.25)
  expect(perSecond.get(16)).toBeGreaterThan(perSecond.get(1)! * 0.25)
})

async function claimAll(worker: string): Promise<number[]> {
  const claims: number[] = []
  for (;;) {
    const outcome = await claimTask(opened.db, { worker })
    if (outcome.kind === 'idle') return claims
    claims.push(outcome.task)
  }
}

/** Whatever waits goes, and so many wait anew. */
async function queueImages(count: number): Promise<void> {
  const { db } = opened
  for (let idle = false; !idle; ) idle = (await claimTask(db, { worker: 'before' })).kind === 'idle'
  await db.execute(sql`WITH image AS (
      INSERT INTO generations (avatar_id, buyer_id, idempotency_key, credits_used, prompt)
      SELECT 1, 1, gen_random_uuid(), 1, 'claim me' FROM generate_series(1, ${count}::integer)
      RETURNING id
    )
    INSERT INTO tasks (generation_id, task_type) SELECT id, 'generation' FROM image`)
}
