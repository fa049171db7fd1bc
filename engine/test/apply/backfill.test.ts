import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCompanions } from '../../src/apply/run-port.ts'
import { connectUrl, mostly, openTarget, type TestTarget } from '../support/targets.ts'
import { backfill, type LiveRun, runLive } from './live-plan.ts'

const fill = backfill('UPDATE public.t SET b = a + 1 WHERE b IS NULL')

describe.each(mostly(14, 18))('a backfill, on %s,', (major) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(major)
  })
  afterEach(() => target.drop())
  const load = (rows: number) =>
    target.query(
      `CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t SELECT i, i FROM generate_series(1, ${rows}) i`,
    )
  const missing = async () =>
    (await target.query('SELECT count(*) FROM t WHERE b IS DISTINCT FROM a + 1'))[0] ?? []

  test('reaches all of 200000 rows while others write them, and holds none for long', async () => {
    await load(200_000)
    await target.query(`CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.b := NEW.a + 1; RETURN NEW; END';
      CREATE TRIGGER follow BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION follow()`)
    const writers = [1, 2].map((seed) => startWriter(target, seed, 200_000))
    const run = runLive(target, [fill])
    await run.done
    const stalls = await Promise.all(writers.map((writer) => writer.stop()))
    expect(await missing()).toEqual(['0'])
    expect(Math.max(...stalls)).toBeLessThan(3_000)
  })

  test('goes through partitions one after another', async () => {
    await target.query(`CREATE TABLE t (a int, b int) PARTITION BY RANGE (a);
      CREATE TABLE "t 1" PARTITION OF t FOR VALUES FROM (0) TO (1000);
      CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (1000) TO (9000) PARTITION BY LIST (a);
      CREATE TABLE t22 PARTITION OF t2 DEFAULT;
      INSERT INTO t SELECT i FROM generate_series(1, 5000) i`)
    await runLive(target, [fill]).done
    expect(await missing()).toEqual(['0'])
  })

  test('lets whoever holds a row finish, and comes back for it', async () => {
    await load(5_000)
    const holder = await connectUrl(target.database)
    await holder.query('BEGIN; UPDATE t SET a = a WHERE id IN (1, 2500)')
    const run = runLive(target, [fill])
    await eventOf(run, 'lock-wait')
    expect(Number((await missing())[0])).toBeLessThan(1_000)
    await holder.query('COMMIT')
    await holder.close()
    await run.done
    expect(await missing()).toEqual(['0'])
  })

  test('pauses and slows down as its control says', async () => {
    await load(60_000)
    await target.query(
      `CREATE TABLE control (wish text, speed int); INSERT INTO control VALUES ('pause', 100)`,
    )
    const companions = { ...noCompanions, control: () => 'SELECT wish, speed FROM public.control' }
    const run = runLive(target, [fill], { port: { companions } })
    await eventOf(run, 'paused')
    const left = await missing()
    await sleep(1_200)
    expect(await missing()).toEqual(left)
    await target.query(`UPDATE control SET wish = 'run', speed = 50`)
    await run.done
    expect(run.events).toContainEqual(expect.objectContaining({ kind: 'resumed' }))
    expect(await missing()).toEqual(['0'])
  })

  test('pauses while too many others are at work', async () => {
    await load(60_000)
    const busy = await connectUrl(target.database)
    const work = busy.query('SELECT pg_sleep(3)')
    const run = runLive(target, [fill], { limits: { maxLoad: 0 } })
    const event = await eventOf(run, 'paused')
    expect(event).toMatchObject({ reason: { kind: 'load', limit: 0 } })
    await work
    await busy.close()
    await run.done
    expect(await missing()).toEqual(['0'])
  })

  test('stops between two batches, and the next run goes on', async () => {
    await load(100_000)
    let batches = 0
    const companions = { ...noCompanions, batch: () => [`SELECT ${++batches}`] }
    const run = runLive(target, [fill], { port: { companions }, limits: { batchMs: 5 } })
    while (batches < 3) await sleep(5)
    run.stop()
    await expect(run.done).rejects.toMatchObject({ code: 'APPLY-STOPPED' })
    const [left] = await missing()
    expect(Number(left)).toBeGreaterThan(0)
    expect(Number(left)).toBeLessThan(100_000)
    await runLive(target, [fill]).done
    expect(await missing()).toEqual(['0'])
  })
})

async function eventOf(run: LiveRun, kind: string) {
  for (;;) {
    const found = run.events.find((event) => event.kind === kind)
    if (found) return found
    await sleep(20)
  }
}

/** Writes rows here and there; says at the end how long one write ever took. */
function startWriter(target: TestTarget, seed: number, rows: number) {
  let [stopped, longest] = [false, 0]
  const writing = (async () => {
    const session = await connectUrl(target.database)
    for (let i = seed; !stopped; i += 1) {
      const begun = performance.now()
      await session.query(`UPDATE t SET a = a + 1 WHERE id = ${(i * 7919) % rows}`)
      await session.query(`INSERT INTO t (id, a) VALUES (${rows * (seed + 1) + i}, ${i})`)
      longest = Math.max(longest, performance.now() - begun)
      await sleep(2)
    }
    await session.close()
  })()
  return {
    async stop() {
      stopped = true
      await writing
      return longest
    },
  }
}
