import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan/plan.ts'
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

  test('comes to a row that is written before its turn, whatever is written', async () => {
    const steps = await stepsOf(
      'a int NOT NULL DEFAULT 7, n int DEFAULT 7, b int',
      'a bigint NOT NULL DEFAULT 7, n bigint DEFAULT 7, b int',
    )
    await target.query(upTo(steps, 'UPDATE').join(';'))
    await target.query('UPDATE t SET b = 1 WHERE id = 1')
    const [[row = ''] = []] = await target.query('SELECT to_jsonb(t) FROM t WHERE id = 1')
    expect(Object.values(JSON.parse(row ?? '')).filter((value) => value === 7)).toHaveLength(4)
  })

  test('fills rows as if nothing had been written: triggers change others, and not them', async () => {
    const schema = (type: string, more = '') => `
      CREATE TABLE t (id int PRIMARY KEY, a ${type} NOT NULL, touched int DEFAULT 0, seen int DEFAULT 0${more});
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.touched := NEW.touched + 1; RETURN NEW; END';
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN UPDATE t SET seen = seen + 1 WHERE id = -NEW.id AND NEW.id > 0; RETURN NULL; END';
      CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE TRIGGER see AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION see();`
    await target.query(
      `${schema('int')} INSERT INTO t SELECT i, i FROM generate_series(1, 12000) i; INSERT INTO t VALUES (-7, 5); ANALYZE t`,
    )
    project.write('schema.sql', schema('bigint', ', token uuid NOT NULL DEFAULT gen_random_uuid()'))
    const options = ['--database', target.database, '--schema', 'schema.sql']
    const { steps } = JSON.parse((await project.trueup('plan', ...options, '--json')).stdout) as Plan
    const told = steps.flatMap(({ hazards }) => hazards).filter(({ code }) => code === 'fill-fires-triggers')
    const script = (await project.trueup('plan', ...options, '--sql')).stdout
    expect(script).toMatch(/SET trueup\.filling = 'on';\nUPDATE public\.t SET .*\nRESET trueup\.filling;/)
    expect(told).toEqual([{ code: 'fill-fires-triggers', object: 'trigger:public.t.see', count: 12001 }])
    const { stderr, exitCode } = await project.trueup('apply', ...options, '--yes')
    expect(exitCode, stderr).toBe(0)
    expect(await target.query('SELECT id, a, touched, seen FROM t WHERE touched + seen > 0')).toEqual([
      ['-7', '5', '2', '2'],
    ])
    expect(await target.query('SELECT count(DISTINCT token) FROM t')).toEqual([['12001']])
    await target.query('UPDATE t SET a = 1 WHERE id = 8')
    expect(await target.query('SELECT touched FROM t WHERE id = 8')).toEqual([['1']])
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

  test('of a partitioned table that nobody wants any more goes, with its indexes', async () => {
    const tree = (type: string, index: string) => `CREATE TABLE p (k int, a ${type}) PARTITION BY RANGE (k);
      CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE TABLE p_2 PARTITION OF p DEFAULT;
      CREATE INDEX p_a ON p (a)${index}`
    await target.query(
      `${tree('int', '')}; INSERT INTO p SELECT i % 20, i FROM generate_series(1, 12000) i; ANALYZE`,
    )
    const words = ['--database', target.database, '--schema', 'schema.sql'] as const
    project.write('schema.sql', tree('bigint', ''))
    const planned = JSON.parse((await project.trueup('plan', ...words, '--json')).stdout).steps
    const steps = planned.map(({ sql }: { sql: string }) => sql) as string[]
    for (const sql of upTo(steps, 'DROP TRIGGER')) await target.query(sql)
    for (const wanted of [tree('bigint', ' WHERE k > 3'), tree('int', '')]) {
      project.write('schema.sql', wanted)
      const { exitCode, stderr } = await project.trueup('apply', ...words, '--yes')
      expect(stderr).not.toContain('error[')
      expect(exitCode).toBe(0)
    }
  })

  test('of a partitioned table left half way goes where it is not wanted', async () => {
    const tree = (type: string) => `CREATE TABLE p (k int, a ${type}) PARTITION BY RANGE (k);
      CREATE TABLE p_1 PARTITION OF p DEFAULT; CREATE INDEX p_a ON p (a)`
    await target.query(`${tree('int')}; INSERT INTO p SELECT i, i FROM generate_series(1, 12000) i; ANALYZE`)
    const words = ['--database', target.database, '--schema', 'schema.sql'] as const
    project.write('schema.sql', tree('bigint'))
    const planned = JSON.parse((await project.trueup('plan', ...words, '--json')).stdout).steps
    const steps = planned.map(({ sql }: { sql: string }) => sql) as string[]
    for (const sql of upTo(steps, 'DROP TRIGGER')) await target.query(sql)
    project.write('schema.sql', `${tree('int')}; CREATE TABLE other ()`)
    const { exitCode, stderr } = await project.trueup('apply', ...words, '--yes')
    expect(stderr).not.toContain('error[')
    expect(exitCode).toBe(0)
    const left = await target.query(`SELECT relname FROM pg_class WHERE relname LIKE 'trueup_new%'`)
    expect(left).toEqual([])
  })

  test('of a partitioned table that has come half way is gone on with, a new one too', async () => {
    const tree = (
      columns: string,
    ) => `CREATE TABLE p (k int NOT NULL, ${columns}, PRIMARY KEY (a, k)) PARTITION BY RANGE (k);
      CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE TABLE p_2 PARTITION OF p DEFAULT`
    await target.query(
      `${tree('a int')}; INSERT INTO p SELECT i % 20, i FROM generate_series(1, 12000) i; ANALYZE`,
    )
    const words = ['--database', target.database, '--schema', 'schema.sql'] as const
    project.write('schema.sql', tree('a bigint, mark uuid NOT NULL DEFAULT gen_random_uuid()'))
    const { steps } = JSON.parse((await project.trueup('plan', ...words, '--json')).stdout) as Plan
    const statements = steps.map(({ sql }) => sql)
    for (const sql of upTo(statements, 'UPDATE')) await target.query(sql)
    const { exitCode, stderr } = await project.trueup('apply', ...words, '--yes')
    expect(exitCode, stderr).toBe(0)
    expect(await target.query('SELECT count(DISTINCT mark), pg_typeof(max(a)) FROM p')).toEqual([
      ['12000', 'bigint'],
    ])
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
