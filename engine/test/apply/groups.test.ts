import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ApplyEvent } from '../../src/apply/events.ts'
import { noCompanions } from '../../src/apply/run-port.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'
import { backfill, concurrently, runLive, step, summaryOf } from './live-plan.ts'

describe.each([14, 18] as const)('a plan of several groups, on %s', (major) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(major)
    await target.query(
      `CREATE TABLE t (id int, a int, b int); INSERT INTO t SELECT i, i FROM generate_series(1, 3000) i`,
    )
  })
  afterEach(() => target.drop())

  test('runs each as it must be run', async () => {
    const run = runLive(target, [
      step('ALTER TABLE public.t ADD COLUMN c int'),
      step('ALTER TABLE public.t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID'),
      step('ALTER TABLE public.t VALIDATE CONSTRAINT positive', {
        transaction: 'own',
        lock: { mode: 'share-update-exclusive', relations: ['table:public.t'] },
      }),
      backfill('UPDATE public.t SET c = a * 2 WHERE c IS NULL'),
      concurrently('CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t (id)'),
      step('ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id'),
    ])
    const catalog = await run.done
    expect(catalog.objects.has('constraint:public.t.t_pkey')).toBe(true)
    expect(await target.query('SELECT count(*) FROM t WHERE c = a * 2')).toEqual([['3000']])
    const started = run.events.flatMap((event) =>
      event.kind === 'steps-started' ? [[event.first, event.last, event.mode]] : [],
    )
    expect(started).toEqual([
      [1, 2, 'shared'],
      [3, 3, 'own'],
      [4, 4, 'batches'],
      [5, 5, 'none'],
      [6, 6, 'shared'],
    ])
    expect(summaryOf(run)).toMatchObject({ applied: 6, notReached: 0 })
    expect(summaryOf(run)).not.toHaveProperty('failed')
  })

  test.each([
    ['outside of transactions', concurrently('CREATE INDEX CONCURRENTLY last ON public.t (a)')],
    ['in batches', backfill('UPDATE public.t SET b = 1 WHERE b IS NULL')],
  ])('may end %s', async (_, last) => {
    const run = runLive(target, [last])
    await run.done
    expect(summaryOf(run)).toMatchObject({ applied: 1, notReached: 0 })
  })

  test('stops where a step fails, and says how far it came', async () => {
    await target.query('INSERT INTO t VALUES (1, 1)')
    const run = runLive(target, [
      step('ALTER TABLE public.t ADD COLUMN c int'),
      concurrently(
        'CREATE UNIQUE INDEX CONCURRENTLY t_id ON public.t (id)',
        'DROP INDEX CONCURRENTLY IF EXISTS public.t_id',
      ),
      step('ALTER TABLE public.t ADD COLUMN d int'),
    ])
    await expect(run.done).rejects.toMatchObject({ code: 'APPLY-STEP', parameters: { sqlstate: '23505' } })
    expect(summaryOf(run)).toMatchObject({ applied: 1, failed: 2, notReached: 2 })
    expect(await target.query(`SELECT count(*) FROM pg_class WHERE relname = 't_id'`)).toEqual([['0']])
  })

  test('is refused when the database is not what it was, in every group', async () => {
    let third = false
    const fence = () => (third ? ['CREATE TABLE public.stranger ()'] : [])
    const onEvent = (event: ApplyEvent) => {
      third ||= event.kind === 'steps-started' && event.first === 3
    }
    const run = runLive(
      target,
      [
        concurrently('CREATE INDEX CONCURRENTLY one ON public.t (a)'),
        backfill('UPDATE public.t SET b = 1 WHERE b IS NULL'),
        step('ALTER TABLE public.t ADD COLUMN c int'),
      ],
      { port: { companions: { ...noCompanions, fence } }, onEvent },
    )
    await expect(run.done).rejects.toMatchObject({ code: 'APPLY-STALE' })
    expect(summaryOf(run)).toMatchObject({ applied: 2, failed: 3 })
  })
})

test('limits that a role has set for its own work do not end ours', async () => {
  const target = await openTarget(18)
  await target.query(`CREATE TABLE t (id int, a int); INSERT INTO t SELECT i FROM generate_series(1, 200) i`)
  const database = (await target.query('SELECT current_database()'))[0]?.[0]
  for (const limit of ['transaction_timeout', 'statement_timeout', 'lock_timeout'])
    await target.query(`ALTER DATABASE "${database}" SET ${limit} = '900ms'`)
  const slowly = `(id + 0 * length(pg_sleep(0.01)::text))`
  const run = runLive(target, [
    step(`ALTER TABLE public.t ADD COLUMN b int GENERATED ALWAYS AS (id) STORED`),
    step(`DO $$ BEGIN PERFORM pg_sleep(1.5); END $$`, { transaction: 'own' }),
    concurrently('CREATE INDEX CONCURRENTLY slow ON public.t (a)'),
    backfill(`UPDATE public.t SET a = ${slowly} WHERE a IS NULL`),
  ])
  await run.done
  expect(await target.query('SELECT count(*) FROM t WHERE a = id')).toEqual([['200']])
  await target.drop()
})
