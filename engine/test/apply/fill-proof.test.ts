import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCompanions } from '../../src/apply/run-port.ts'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'
import { backfill, runLive } from './live-plan.ts'

const project = makeProject({})
afterAll(project.remove)

describe.each(mostly(14, 18))('rows that refuse their new values, on %s,', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  test('stop a type change before the old column goes', async () => {
    const schema = (type: string, result = 'NULL') => `CREATE TABLE t (id int PRIMARY KEY, a ${type});
      CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN ${result}; END';
      CREATE TRIGGER keep BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION keep()`
    await target.query(schema('integer'))
    await target.query('INSERT INTO t SELECT i, i FROM generate_series(1, 12000) i; ANALYZE t')
    project.write('schema.sql', schema('bigint'))
    const apply = () =>
      project.trueup('apply', '--database', target.database, '--schema', 'schema.sql', '--yes')
    const { exitCode, stderr } = await apply()
    expect(exitCode).not.toBe(0)
    expect(stderr).toContain('APPLY-UNFILLED')
    expect(await target.query('SELECT count(a) FROM t')).toEqual([['12000']])
    project.write('schema.sql', schema('bigint', 'NEW'))
    expect((await apply()).stderr).not.toContain('trueup:')
    expect(await target.query('SELECT count(a), sum(a) FROM t')).toEqual([['12000', '72006000']])
  })

  test('are not passed over because a policy hides them', async () => {
    const owner = `hidden_${randomBytes(4).toString('hex')}`
    await target.query(`CREATE TABLE t (a int, b int); INSERT INTO t SELECT i FROM generate_series(1, 100) i;
      CREATE ROLE ${owner}; GRANT ALL ON SCHEMA public TO ${owner};
      ALTER TABLE t OWNER TO ${owner}; ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`)
    const role = `SET LOCAL ROLE ${owner}`
    const companions = { ...noCompanions, fence: () => [...noCompanions.fence(), role] }
    const run = runLive(target, [backfill('UPDATE public.t SET b = a WHERE b IS NULL')], {
      port: { companions },
    })
    await expect(run.done).rejects.toMatchObject({ parameters: { sqlstate: '42501' } })
    await target.query(`DROP OWNED BY ${owner} CASCADE; DROP ROLE ${owner}`)
  })
})
