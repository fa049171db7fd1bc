import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { isRunLock } from '../../src/run-lock/key.ts'
import { sessionFence, trySessionLock } from '../../src/run-lock/session-lock.ts'
import { noPgBouncer, startPgBouncer } from '../support/pgbouncer.ts'
import { makeProject } from '../support/project.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'

/** Every fourth row takes a millisecond, so that a small table is a long fill, and says which process wrote it. */
const schema = (type: string) => `
  CREATE TABLE t (id int PRIMARY KEY, a ${type} NOT NULL);
  CREATE TABLE writers (pid int PRIMARY KEY);
  CREATE FUNCTION mark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO writers VALUES (pg_catalog.pg_backend_pid()) ON CONFLICT DO NOTHING;
    IF NEW.id % 4 = 0 THEN PERFORM pg_catalog.pg_sleep(0.001); END IF;
    RETURN NEW; END $$;
  CREATE TRIGGER mark BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION mark();`
const rows = 12_000

const project = makeProject({ 'new.sql': schema('bigint') })
afterAll(project.remove)

let target: TestTarget
beforeEach(async () => {
  target = await openTarget(18)
  await target.query(
    `${schema('int')} INSERT INTO t SELECT i, i FROM generate_series(1, ${rows}) i; ANALYZE t`,
  )
})
afterEach(() => target.drop())

const words = (database = target.database) => {
  const options = ['--schema', 'new.sql', '--yes', '--no-rehearsal']
  return ['apply', '--database', database, ...options]
}
const answer = async (sql: string) => (await target.query(sql))[0]?.[0] ?? ''
const writers = async () => Number(await answer('SELECT count(*) FROM writers'))
const isFilled = () =>
  answer(`SELECT count(*) = ${rows} AND bool_and(a = id) AND pg_typeof(min(a)) = 'bigint'::regtype FROM t`)

/** Sessions of a run, and whether they hold the run lock. */
const sessions = (holds: boolean) => `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'trueup%'
    AND (pid IN (SELECT pid FROM pg_locks WHERE ${isRunLock})) = ${holds}`

/** Until two sessions write. */
async function whenShared(): Promise<void> {
  while ((await writers()) < 2 || (await answer(sessions(false))) === '') await sleep(20)
}

test.each([
  ['two sessions share a long fill', [], 2],
  ['one fills alone where that is wished', ['--connections', '1'], 1],
] as const)('%s', async (_, wished, count) => {
  expect(await project.trueup(...words(), ...wished)).toMatchObject({ exitCode: 0 })
  expect([await isFilled(), await writers()]).toEqual(['t', count])
})

test('a session beside the own one that dies is missed by nobody', async () => {
  const running = project.start(words())
  await whenShared()
  await target.query(`SELECT pg_terminate_backend(pid) FROM (${sessions(false)}) AS beside`)
  expect(await running.finished).toMatchObject({ exitCode: 0 })
  expect(await isFilled()).toBe('t')
})

test('when the session with the run lock dies the run ends, and the next one goes on', async () => {
  const running = project.start(words())
  await whenShared()
  await target.query(`SELECT pg_terminate_backend(pid) FROM (${sessions(true)}) AS own`)
  const { exitCode, stderr } = await running.finished
  expect(exitCode).not.toBe(0)
  expect(stderr).toMatch(/CONNECT-LOST|RUN-LOCK-LOST/)
  expect(await answer(sessions(false))).toBe('')
  expect(await project.trueup(...words())).toMatchObject({ exitCode: 0 })
  expect(await isFilled()).toBe('t')
})

test('a tool that is killed leaves two batches that end by themselves, and the next run goes on', async () => {
  const running = project.start(words())
  await whenShared()
  running.kill('SIGKILL')
  await running.finished
  expect(await project.trueup(...words())).toMatchObject({ exitCode: 0 })
  expect(await isFilled()).toBe('t')
})

test('Ctrl-C stops all sessions at a safe point', async () => {
  const running = project.start(words())
  await whenShared()
  running.kill('SIGINT')
  const { exitCode, stderr } = await running.finished
  expect([exitCode === 0, stderr]).toEqual([false, expect.stringContaining('APPLY-STOPPED')])
  expect(await answer(sessions(false))).toBe('')
  expect(await project.trueup(...words())).toMatchObject({ exitCode: 0 })
  expect(await isFilled()).toBe('t')
})

test('where the server gives no other session one fills alone', async () => {
  const role = `filler_${process.pid}`
  const database = new URL(target.database).pathname.slice(1)
  await target.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p' CONNECTION LIMIT 1;
    GRANT CREATE ON DATABASE "${database}" TO ${role}; GRANT ALL ON SCHEMA public TO ${role};
    ALTER TABLE t OWNER TO ${role}; ALTER TABLE writers OWNER TO ${role}; ALTER FUNCTION mark() OWNER TO ${role}`)
  const url = Object.assign(new URL(target.database), { username: role, password: 'p' }).href
  expect(await project.trueup(...words(url))).toMatchObject({ exitCode: 0 })
  expect([await isFilled(), await writers()]).toEqual(['t', 1])
  await target.query(`DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`)
})

test('through a pooler', async (context) => {
  const pooler = await startPgBouncer(await sharedServer(18))
  if (!pooler) return context.skip(noPgBouncer)
  expect(await project.trueup(...words(pooler.url(target.database)))).toMatchObject({ exitCode: 0 })
  expect(await isFilled()).toBe('t')
  expect(await writers()).toBeGreaterThan(1)
  await pooler.stop()
})

test('no batch beside begins once the session with the run lock is gone', async () => {
  const [own, beside] = await Promise.all([connectUrl(target.database), connectUrl(target.database)])
  expect(await trySessionLock(own, own.processId)).toBe('held')
  const batch = `BEGIN; ${sessionFence(String(own.processId))}; COMMIT`
  await beside.query(batch)
  await own.close()
  while ((await answer(sessions(true))) !== '') await sleep(5)
  await expect(beside.query(batch)).rejects.toMatchObject({ sqlstate: 'TU002' })
  await beside.close()
})
