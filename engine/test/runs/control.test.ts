import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { runs } from '../../src/cli/commands/runs.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

/** Every row takes a moment, so that the backfill is long enough to be talked to. */
const slow = `CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.0005); RETURN NEW; END $$`
const schema = (column: string) => `${slow};
  CREATE TABLE t (id int PRIMARY KEY${column});
  CREATE TRIGGER slow BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION slow();`
const project = makeProject({ 'new.sql': schema(', token uuid NOT NULL DEFAULT gen_random_uuid()') })
afterAll(project.remove)

test('a backfill is paused, slowed and resumed from another process', async () => {
  const target = await openTarget(16)
  await target.query(`${schema('')} INSERT INTO t SELECT generate_series(1, 12000); ANALYZE t`)
  const options = ['--database', target.database, '--schema', 'new.sql']
  const child = project.start(['apply', ...options, '--yes', '--no-rehearsal'])
  const control = (flags: object) =>
    runInProcess(runs, project.folder, { database: target.database, ...flags })

  await until(async () => (await filled(target)) > 0)
  expect(await control({ pause: true })).toMatchObject({ exitCode: 0 })
  let before = -1
  await until(async () => {
    const now = await filled(target)
    const stands = now === before
    before = now
    return stands
  })
  await sleep(2_000)
  expect(await filled(target)).toBe(before)
  expect(before).toBeLessThan(12_000)
  expect((await control({})).out).toContain('paused')

  expect(await control({ resume: true, speed: '50' })).toMatchObject({ exitCode: 0 })
  expect((await child.finished).exitCode).toBe(0)
  expect(await filled(target)).toBe(12_000)
  await target.drop()
})

/** 0 as long as there is no such column. */
async function filled(target: TestTarget): Promise<number> {
  const rows = await target.query('SELECT count(token) FROM t').catch(() => [])
  return Number(rows[0]?.[0] ?? 0)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(1_200))
    if (await holds()) return
  throw new Error('what was waited for did not come')
}
