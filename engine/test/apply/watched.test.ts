import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

describe('apply on a table in use', () => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(18)
    await target.query(`CREATE TABLE t (id int PRIMARY KEY, a int);
      INSERT INTO t SELECT i, i FROM generate_series(1, 120000) i; ANALYZE t`)
    project.write(
      'schema.sql',
      `CREATE TABLE t (id int PRIMARY KEY, a int, token uuid NOT NULL DEFAULT gen_random_uuid());
       CREATE INDEX t_a ON t (a)`,
    )
  })
  afterEach(() => target.drop())
  const words = (...more: string[]) => [
    ...['apply', '--database', target.database, '--schema', 'schema.sql', '--yes'],
    ...more,
  ]

  test('tells of every group, and of the longest lock', async () => {
    const { exitCode, stdout, stderr } = await project.run(words())
    expect(stderr).toMatch(/step \d+ of \d+: done in /)
    expect(stderr).toContain('No table was locked against readers or writers for longer than')
    expect(stdout).toContain('read back: the database is what the models say')
    expect(exitCode).toBe(0)
  })

  test('tells machines in lines of JSON, beside the result', async () => {
    const { exitCode, stdout, stderr } = await project.run(words('--json'))
    const events = stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
    expect(events.at(0)).toMatchObject({ event: 'run-started' })
    expect(events.at(-1)).toMatchObject({ event: 'run-ended', notReached: 0 })
    expect(JSON.parse(stdout)).toMatchObject({ command: 'apply' })
    expect(exitCode).toBe(0)
  })

  test('stops at Ctrl-C, and goes on when it is run again', async () => {
    const blocker = await connectUrl(target.database)
    await blocker.query('BEGIN; INSERT INTO t VALUES (0, 0)')
    const run = project.start(words())
    const waits = `SELECT FROM pg_stat_activity WHERE application_name LIKE 'trueup%' AND wait_event_type = 'Lock'
      UNION ALL SELECT FROM pg_class WHERE relname = 't_a'`
    const told = async () => (await target.query(waits)).length > 0
    for (const deadline = Date.now() + 60_000; !(await told()) && Date.now() < deadline; ) await sleep(100)
    run.kill('SIGINT')
    await sleep(500)
    await blocker.query('COMMIT')
    await blocker.close()
    const { exitCode, stderr } = await run.finished
    expect(stderr).toMatch(/APPLY-STOPPED\]: stopped/)
    expect(exitCode).toBe(130)
    expect(await project.run(words())).toMatchObject({ exitCode: 0 })
    expect(await target.query('SELECT count(DISTINCT token) FROM t')).toEqual([['120001']])
  })
})
