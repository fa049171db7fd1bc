import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

describe.each(mostly(14, 18))('a second column beside the first, on %s,', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const stepsOf = async (before: string, after: string, ...words: string[]) => {
    await target.query(
      `CREATE TABLE t (id int PRIMARY KEY, ${before}); INSERT INTO t (id) SELECT generate_series(1, 12000); ANALYZE t`,
    )
    return plan(after, ...words)
  }
  const plan = async (after: string, ...words: string[]): Promise<string[]> => {
    project.write('schema.sql', `CREATE TABLE t (id int PRIMARY KEY, ${after})`)
    const options = ['--database', target.database, '--schema', 'schema.sql', '--json']
    const { stdout } = await project.trueup('plan', ...options, ...words)
    return JSON.parse(stdout).steps.map(({ sql }: { sql: string }) => sql)
  }
  const upTo = (steps: readonly string[], last: string) =>
    steps.slice(
      0,
      steps.findIndex((sql) => sql.startsWith(last)),
    )
  const helper = async () =>
    (
      await target.query(
        `SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass AND attname LIKE 'trueup_new_%'`,
      )
    )[0]?.[0]

  test('follows rows of replication, in the time zone of the run', async () => {
    const steps = await stepsOf('a timestamp', 'a timestamptz')
    await target.query(`BEGIN; SET LOCAL TimeZone = 'UTC'; ${upTo(steps, 'UPDATE').join(';')}; COMMIT`)
    await target.query(`SET session_replication_role = replica; SET TimeZone = 'Asia/Seoul';
      INSERT INTO t VALUES (20000, '2026-01-02 03:04')`)
    expect(
      await target.query(`SELECT ${await helper()} = '2026-01-02 03:04+00' FROM t WHERE id = 20000`),
    ).toEqual([['t']])
  })

  test('reads names in an expression as columns', async () => {
    const steps = await stepsOf(
      'a text, found text',
      'a int, found text',
      '--accept',
      'using:public.t.a=t.found::int',
    )
    await target.query(upTo(steps, 'UPDATE').join(';'))
    await target.query(`INSERT INTO t VALUES (20000, 'x', '7')`)
    expect(await target.query(`SELECT ${await helper()} FROM t WHERE id = 20000`)).toEqual([['7']])
  })

  test('follows what a trigger of the table itself makes of an update', async () => {
    const steps = await stepsOf('a numeric, b int', 'a text, b int')
    await target.query(`CREATE FUNCTION set_a() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN NEW.a := 1.00; RETURN NEW; END'`)
    await target.query(`CREATE TRIGGER set_a BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION set_a()`)
    await target.query(`UPDATE t SET a = 1.0 WHERE id < 3; ${upTo(steps, 'DROP TRIGGER').join(';')}`)
    // equal to what was there, but another text
    await target.query('UPDATE t SET b = 1 WHERE id = 1; UPDATE t SET id = -2 WHERE id = 2')
    const name = await helper()
    expect(await target.query(`SELECT id, ${name} FROM t WHERE ${name} IS NOT NULL ORDER BY id`)).toEqual([
      ['-2', '1.0'],
      ['1', '1.00'],
    ])
  })

  test('of an expression follows the columns that it reads, and no others', async () => {
    const steps = await stepsOf(
      'a text, found text, other text',
      'a int, found text, other text',
      '--accept',
      'using:public.t.a=t.found::int',
    )
    const [update] = steps.filter((sql) => sql.includes('BEFORE UPDATE'))
    expect(update).toContain('ROW(OLD.a, OLD.found')
    await target.query(upTo(steps, 'UPDATE').join(';'))
    await target.query(`UPDATE t SET found = '7' WHERE id = 1`)
    expect(await target.query(`SELECT ${await helper()} FROM t WHERE id = 1`)).toEqual([['7']])
  })

  test('of a run that died is not gone on with for other columns', async () => {
    const steps = await stepsOf('a int, b int', 'a bigint, b bigint')
    await target.query(upTo(steps, 'UPDATE').join(';'))
    const now = await plan('a bigint, b int')
    expect(now.filter((sql) => sql.startsWith('CREATE FUNCTION'))).toHaveLength(1)
    const same = await plan('a bigint, b bigint')
    expect(same.filter((sql) => sql.startsWith('CREATE FUNCTION'))).toHaveLength(0)
  })

  test('of another type is made anew, with the proof of its NOT NULL', async () => {
    const steps = await stepsOf('a int NOT NULL DEFAULT 1', 'a bigint NOT NULL DEFAULT 1')
    await target.query(upTo(steps, 'UPDATE').join(';'))
    project.write('schema.sql', 'CREATE TABLE t (id int PRIMARY KEY, a numeric NOT NULL DEFAULT 1)')
    const { exitCode, stderr } = await project.trueup(
      ...(['apply', '--database', target.database, '--schema', 'schema.sql', '--yes'] as const),
    )
    expect(stderr).not.toContain('trueup:')
    expect(exitCode).toBe(0)
  })
})
