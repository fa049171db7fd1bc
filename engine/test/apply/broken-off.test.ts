import { afterAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

async function stepsTo(schema: string, target: TestTarget): Promise<string[]> {
  project.write('schema.sql', schema)
  const options = ['--database', target.database, '--schema', 'schema.sql', '--accept', 'drops']
  const planned = await project.trueup('plan', ...options, '--json')
  expect(planned.exitCode, planned.stdout).toBe(0)
  const applied = await project.trueup('apply', ...options, '--yes')
  expect(applied.exitCode, applied.stderr).toBe(0)
  return JSON.parse(planned.stdout).steps.map(({ sql }: { sql: string }) => sql)
}

test('a partition that was left half detached is detached for good', async () => {
  const target = await openTarget(14)
  await target.query(`CREATE TABLE t (id int) PARTITION BY LIST (id);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
    INSERT INTO t SELECT 1 + i % 2 FROM generate_series(1, 30000) i; ANALYZE`)
  const reader = await connectUrl(target.database)
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM t LIMIT 1')
  const session = await connectUrl(target.database)
  await session.query(`SET statement_timeout = '1s'`)
  await session.query('ALTER TABLE t DETACH PARTITION t_2 CONCURRENTLY').catch(() => {})
  await session.close()
  await reader.query('COMMIT')
  await reader.close()
  const steps = await stepsTo(
    `CREATE TABLE t (id int) PARTITION BY LIST (id);
     CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t_2 (id int);`,
    target,
  )
  expect(steps).toContain('ALTER TABLE public.t DETACH PARTITION public.t_2 FINALIZE')
  expect(await target.query('SELECT count(*) FROM t')).toEqual([['15000']])
  await target.drop()
})

test('foreign keys that a dead run has left on partitions become parts of the whole', async () => {
  const target = await openTarget(15)
  const schema = (reference: string) => `CREATE TABLE users (id int PRIMARY KEY);
    CREATE TABLE t (id int, u int ${reference}) PARTITION BY LIST (id);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);`
  await target.query(`${schema('')} INSERT INTO users VALUES (1);
    INSERT INTO t SELECT 1 + i % 2, 1 FROM generate_series(1, 30000) i; ANALYZE;
    ALTER TABLE t_1 ADD CONSTRAINT t_u_fkey FOREIGN KEY (u) REFERENCES users (id);
    ALTER TABLE t_2 ADD CONSTRAINT t_u_fkey FOREIGN KEY (u) REFERENCES users (id) NOT VALID`)
  const steps = await stepsTo(schema('REFERENCES users'), target)
  expect(steps.filter((sql) => / (?:DROP|ADD) CONSTRAINT /.test(sql))).toEqual([
    'ALTER TABLE public.t ADD CONSTRAINT t_u_fkey FOREIGN KEY (u) REFERENCES public.users(id)',
  ])
  expect(
    await target.query(`SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conparentid <> 0`),
  ).toEqual([['2']])
  await target.drop()
})
