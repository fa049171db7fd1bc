import { afterAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

/** PostgreSQL 18 names every NOT NULL, and the rehearsal runs on 18 whatever the target is. */
test.each(mostly(14, 18))('a key grows to bigint on a table in use, on %s', async (name) => {
  const target = await openTarget(name)
  const schema = (type: string) =>
    `CREATE TABLE t (id ${type} GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a ${type} NOT NULL DEFAULT 0)`
  await target.query(schema('integer'))
  await target.query('INSERT INTO t (a) SELECT i FROM generate_series(1, 12000) i; ANALYZE t')
  project.write('schema.sql', schema('bigint'))
  const options = ['--database', target.database, '--schema', 'schema.sql']
  const plan = JSON.parse((await project.trueup('plan', ...options, '--json')).stdout)
  const modes = plan.steps.map(({ transaction }: { transaction: string }) => transaction)
  expect(modes).toContain('batches')
  expect(modes).toContain('none')
  expect((await project.trueup('apply', ...options, '--yes')).exitCode).toBe(0)
  await target.query('INSERT INTO t (a) VALUES (5)')
  expect(await target.query('SELECT count(*), sum(a), max(id) FROM t')).toEqual([
    ['12001', '72006005', '12001'],
  ])
  await target.drop()
})
