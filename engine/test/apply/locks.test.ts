import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ApplyEvent } from '../../src/apply/events.ts'
import type { Database } from '../../src/postgres/database.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'
import { concurrently, type LiveRun, runLive, step, summaryOf } from './live-plan.ts'

/** `npm run test:kills`, which takes its time, has the blocker stay for half a minute. */
const blockedMs = process.env['TRUEUP_KILLS'] === 'all' ? 30_000 : 4_000

const addColumn = step('ALTER TABLE public.t ADD COLUMN c int')

describe.each([14, 18] as const)('somebody in the way, on %s,', (major) => {
  let target: TestTarget
  let blocker: Database
  beforeEach(async () => {
    target = await openTarget(major)
    await target.query('CREATE TABLE t (id int, a int); INSERT INTO t VALUES (1, 1); CREATE TABLE u ()')
    blocker = await connectUrl(target.database)
  })
  afterEach(async () => {
    await blocker.close()
    await target.drop()
  })

  test('is waited for and named, while nobody queues behind us', async () => {
    await blocker.query(`SET application_name = 'the report'; BEGIN; SELECT 'secret' FROM t`)
    const client = startClient(target)
    const run = runLive(target, [addColumn])
    const wait = await eventOf(run, 'lock-wait', ({ waitedMs }) => waitedMs > blockedMs)
    await blocker.query('COMMIT')
    await run.done
    expect(wait).toMatchObject({ state: 'lock', target: 'table:public.t', budgetMs: 300_000 })
    // the client may hold the table for a moment as well
    expect(wait.blockers.find(({ application }) => application === 'the report')).toMatchObject({
      user: 'postgres',
      state: 'idle in transaction',
      query: `SET application_name = ?; BEGIN; SELECT ? FROM t`,
      holds: [expect.stringMatching(/^AccessShareLock on (public\.)?t$/)],
    })
    // one short try while the blocker was there: 100 ms, and what a busy machine adds
    expect(await client.longestStallMs()).toBeLessThan(2_000)
    expect(run.events.filter(({ kind }) => kind === 'steps-started')).toHaveLength(1)
    expect(summaryOf(run)).toMatchObject({ applied: 1 })
  })

  test('for longer than the budget makes an error that names it, and nothing changes', async () => {
    await blocker.query('BEGIN; TABLE t')
    const run = runLive(target, [step('ALTER TABLE public.u ADD COLUMN c int'), addColumn], {
      limits: { lockWaitMs: 1_500 },
    })
    await expect(run.done).rejects.toMatchObject({
      code: 'APPLY-LOCK',
      parameters: { object: 'table:public.t', blockers: [{ state: 'idle in transaction' }] },
    })
    expect(summaryOf(run)).toMatchObject({ applied: 0, failed: 1, notReached: 2 })
    expect(await columnsOf('u', target)).toBe(0)
  })

  test('is ended only where that is asked for', async () => {
    const ended = blocker.query('BEGIN; TABLE t').then(() => blocker.query('SELECT pg_sleep(60)'))
    const died = expect(ended).rejects.toMatchObject({ code: 'CONNECT-LOST' })
    await eventually(() => holdsLock(target))
    const run = runLive(target, [addColumn], { limits: { terminateBlockersAfterMs: 500 } })
    await run.done
    await died
    expect(run.events).toContainEqual(expect.objectContaining({ kind: 'blocker-ended', ended: true }))
  })

  test('who has prepared a transaction is named too', async () => {
    await blocker.query(`BEGIN; INSERT INTO t VALUES (2, 2); PREPARE TRANSACTION 'left behind'`)
    const run = runLive(target, [addColumn], { limits: { lockWaitMs: 500 } })
    await expect(run.done).rejects.toMatchObject({
      code: 'APPLY-LOCK',
      parameters: { blockers: [{ type: 'prepared transaction', query: 'left behind' }] },
    })
    await blocker.query(`ROLLBACK PREPARED 'left behind'`)
  })

  test('with a deadlock makes the transaction begin again', async () => {
    await blocker.query('BEGIN; LOCK TABLE u IN ACCESS EXCLUSIVE MODE')
    const run = runLive(target, [addColumn, step('ALTER TABLE public.u ADD COLUMN c int')], {
      limits: { lockTimeoutMs: 10_000 },
    })
    await sleep(300)
    await blocker.query('LOCK TABLE t IN ACCESS EXCLUSIVE MODE; COMMIT')
    await run.done
    expect(await columnsOf('u', target)).toBe(1)
  })

  test('with an old transaction is waited for before a concurrent build begins', async () => {
    await blocker.query('BEGIN ISOLATION LEVEL REPEATABLE READ; TABLE u')
    await sleep(1_200)
    const run = runLive(target, [concurrently('CREATE INDEX CONCURRENTLY t_a ON public.t (a)')])
    const wait = await eventOf(run, 'lock-wait')
    expect(wait).toMatchObject({ state: 'transactions', blockers: [{ state: 'idle in transaction' }] })
    expect(await target.query(`SELECT count(*) FROM pg_class WHERE relname = 't_a'`)).toEqual([['0']])
    await blocker.query('COMMIT')
    await run.done
  })

  test('of a running concurrent build is told by a second session', async () => {
    await blocker.query('BEGIN; INSERT INTO t VALUES (2, 2)')
    const run = runLive(target, [concurrently('CREATE INDEX CONCURRENTLY t_a ON public.t (a)')])
    const wait = await eventOf(run, 'lock-wait', ({ state }) => state === 'queued')
    expect(wait.blockers[0]).toMatchObject({
      state: 'idle in transaction',
      query: 'BEGIN; INSERT INTO t VALUES (?, ?)',
    })
    await eventOf(run, 'progress', ({ phase }) => phase === 'waiting for writers before build')
    await blocker.query('COMMIT')
    await run.done
  })

  test('does not keep us from stopping', async () => {
    await blocker.query('BEGIN; TABLE t')
    const run = runLive(target, [step('CREATE TABLE public.first ()', { transaction: 'own' }), addColumn])
    await eventOf(run, 'lock-wait')
    run.stop()
    await expect(run.done).rejects.toMatchObject({ code: 'APPLY-STOPPED', parameters: { applied: 1, of: 2 } })
    expect(await columnsOf('t', target)).toBe(2)
  })

  test('may be stopped in the middle of a concurrent build, which leaves nothing behind', async () => {
    await blocker.query('BEGIN; INSERT INTO t VALUES (2, 2)')
    const build = concurrently(
      'CREATE INDEX CONCURRENTLY t_a ON public.t (a)',
      'DROP INDEX IF EXISTS public.t_a',
    )
    const run = runLive(target, [build])
    const stopped = expect(run.done).rejects.toMatchObject({ code: 'APPLY-STOPPED' })
    await eventually(
      async () => (await target.query(`SELECT FROM pg_class WHERE relname = 't_a'`)).length > 0,
    )
    run.stop()
    await sleep(500)
    await blocker.query('COMMIT')
    await stopped
    expect(await target.query(`SELECT count(*) FROM pg_class WHERE relname = 't_a'`)).toEqual([['0']])
  })
})

/** Reads the table again and again, and remembers how long it ever took. */
function startClient(target: TestTarget) {
  let [stopped, longest] = [false, 0]
  const reading = (async () => {
    const session = await connectUrl(target.database)
    while (!stopped) {
      const begun = performance.now()
      await session.query('SELECT count(*) FROM t')
      longest = Math.max(longest, performance.now() - begun)
      await sleep(5)
    }
    await session.close()
  })()
  return {
    async longestStallMs() {
      stopped = true
      await reading
      return longest
    },
  }
}

type Kind = ApplyEvent['kind']

/** The first event of a kind that fulfils a condition, waited for. */
async function eventOf<Name extends Kind>(
  run: LiveRun,
  kind: Name,
  fits: (event: Extract<ApplyEvent, { kind: Name }>) => boolean = () => true,
): Promise<Extract<ApplyEvent, { kind: Name }>> {
  type Wanted = Extract<ApplyEvent, { kind: Name }>
  const find = () => run.events.find((event): event is Wanted => event.kind === kind && fits(event as Wanted))
  await eventually(async () => find() !== undefined)
  return find()!
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) if (await holds()) return
  throw new Error('what was waited for did not come')
}

async function holdsLock(target: TestTarget): Promise<boolean> {
  return (
    (
      await target.query(
        `SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()`,
      )
    ).length > 0
  )
}

async function columnsOf(table: string, target: TestTarget): Promise<number> {
  const [[count] = []] = await target.query(
    `SELECT count(*) FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0`,
  )
  return Number(count)
}
