import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({
  'old.sql': 'CREATE TABLE t (id int PRIMARY KEY, email text);',
  'new.sql': `CREATE TABLE t (id int PRIMARY KEY, email text NOT NULL, age int);
    CREATE UNIQUE INDEX t_email ON t (email);
    CREATE TABLE u (id int PRIMARY KEY, t_id int REFERENCES t);`,
})
afterAll(project.remove)

describe.each([14, 18] as const)('runs at once, PostgreSQL %s', (major) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(major)
  })
  afterEach(() => target.drop())

  const run = (schema: string) =>
    runInProcess(apply, project.folder, {
      database: target.database,
      schema: [schema],
      yes: true,
      'no-rehearsal': true,
    })
  const many = async (count: number) => {
    const flags = { database: target.database, schema: ['new.sql'], 'no-rehearsal': true }
    await runInProcess(plan, project.folder, flags) // the models are read once, by whoever comes first
    return Promise.all(Array.from({ length: count }, () => run('new.sql')))
  }
  const history = () => target.query('SELECT command, state FROM trueup.runs ORDER BY id')

  test('32 runners, one transaction: one applies, the others find nothing to do', async () => {
    await runInProcess(create, project.folder, { database: target.database, schema: ['old.sql'] })
    const results = await many(32)
    expect(results.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
    expect(results.filter(({ out }) => out.includes('Nothing to do'))).toHaveLength(31)
    expect(await history()).toEqual([
      ['create', 'done'],
      ['apply', 'done'],
    ])
  })

  test('32 runners, concurrent index builds on a busy table: one applies, nobody meets a deadlock', async () => {
    await runInProcess(create, project.folder, { database: target.database, schema: ['old.sql'] })
    await target.query(
      `INSERT INTO t SELECT i, 'a' || i FROM generate_series(1, 20000) i; ANALYZE t; SELECT 1`,
    )
    const results = await many(32)
    expect(results.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
    expect(results.filter(({ out }) => out.includes('Nothing to do'))).toHaveLength(31)
    expect(await history()).toEqual([
      ['create', 'done'],
      ['apply', 'done'],
    ])
    const modes = await target.query('SELECT DISTINCT transaction FROM trueup.steps WHERE run = 2')
    expect(modes.flat()).toContain('none')
    expect(await target.query('SELECT count(*) FROM t')).toEqual([['20000']])
  })
})
