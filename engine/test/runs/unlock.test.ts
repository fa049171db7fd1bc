import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureJournal } from '../../src/journal/ensure-journal.ts'
import type { Database } from '../../src/postgres/database.ts'
import { takeRunLock } from '../../src/run-lock/take-run-lock.ts'
import { unlock } from '../../src/run-lock/unlock.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'

let target: TestTarget
let [owner, other]: Database[] = []
beforeEach(async () => {
  target = await openTarget(16)
  owner = await connectUrl(target.database)
  other = await connectUrl(target.database)
  await takeRunLock(
    { database: owner, connect: () => connectUrl(target.database) },
    { token: randomUUID(), ensureJournal: ensureJournal('0.1.0'), osUser: 'a', osHost: 'b', ttlMs: 30_000 },
    { waitMs: 0, signal: new AbortController().signal, say: () => {} },
  )
})
afterEach(async () => {
  await owner?.close().catch(() => {})
  await other?.close()
  await target.drop()
})

test('a session that was heard of shortly ago keeps its lock', async () => {
  expect(await unlock(other!)).toMatchObject({ kind: 'alive', reason: 'heard-of' })
  expect(await owner!.query('SELECT 1')).toHaveLength(1)
})

test('a session that works keeps its lock, however long that takes', async () => {
  const working = owner!.query('SELECT pg_sleep(3)')
  await sleep(1_500)
  expect(await unlock(other!, 1)).toMatchObject({ kind: 'alive', reason: 'working' })
  await working
})

test('a session in which nothing has happened for long loses it, and the next run goes on', async () => {
  await sleep(2_500)
  expect(await unlock(other!, 1)).toMatchObject({ kind: 'ended', holder: { kind: 'session' } })
  await expect(owner!.query('SELECT 1')).rejects.toMatchObject({ code: 'CONNECT-LOST' })
  expect(await unlock(other!, 1)).toEqual({ kind: 'free' })
})
