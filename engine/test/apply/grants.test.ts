import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

describe.each(mostly('embedded', 14, 18))('owners and grants, on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const run = (command: string, schema: string, ...words: string[]) => {
    project.write('schema.sql', schema)
    return project.trueup(command, '--database', target.database, '--schema', 'schema.sql', ...words)
  }
  const readers = () => target.query(`SELECT has_table_privilege('pg_monitor', 't', 'SELECT')`)
  const granted = `CREATE TABLE t (id int); GRANT SELECT ON t TO pg_monitor;`

  test('do not count unless they are asked for', async () => {
    await target.query('CREATE TABLE t (id int)')
    expect(await run('plan', granted, '--exit-code')).toMatchObject({ exitCode: 0 })
    expect(await run('verify', granted)).toMatchObject({ exitCode: 0 })
    expect(await run('apply', granted, '--yes')).toMatchObject({ exitCode: 0 })
    expect(await readers()).toEqual([['f']])
  })

  test('are brought into agreement with --grants, and again there is nothing to do', async () => {
    await target.query('CREATE TABLE t (id int)')
    expect(await run('verify', granted, '--grants')).toMatchObject({ exitCode: 3 })
    expect(await run('apply', granted, '--yes', '--grants')).toMatchObject({ exitCode: 0 })
    expect(await readers()).toEqual([['t']])
    expect(await run('plan', granted, '--grants', '--exit-code')).toMatchObject({ exitCode: 0 })
    expect(await run('verify', granted, '--grants')).toMatchObject({ exitCode: 0 })
    const none = 'CREATE TABLE t (id int)'
    expect(await run('apply', none, '--yes', '--grants')).toMatchObject({ exitCode: 0 })
    expect(await readers()).toEqual([['f']])
  })

  test('of a role that the server lacks stop everything before it begins', async () => {
    await target.query('CREATE TABLE t (id int)')
    const wanted = `CREATE TABLE t (id int, more text); GRANT SELECT ON t TO "Nobody Here";`
    const { exitCode, stderr } = await run('apply', wanted, '--yes', '--grants')
    expect(exitCode).toBe(5)
    expect(stderr).toContain('error[PLAN-ROLES]')
    expect(stderr).toContain('CREATE ROLE "Nobody Here";')
    expect(
      await target.query('SELECT count(*) FROM information_schema.columns WHERE table_name = $$t$$'),
    ).toEqual([['1']])
  })

  test('of what is made anew are kept when they do not count', async () => {
    await target.query(
      `CREATE TABLE t (id int, n int); CREATE VIEW v AS SELECT id, n FROM t;
       GRANT SELECT ON v TO pg_monitor; ALTER VIEW v OWNER TO pg_read_all_stats`,
    )
    const wanted = 'CREATE TABLE t (id int, n bigint); CREATE VIEW v AS SELECT id, n FROM t'
    expect(await run('apply', wanted, '--yes')).toMatchObject({ exitCode: 0 })
    expect(
      await target.query(
        `SELECT has_table_privilege('pg_monitor', 'v', 'SELECT'), pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'v'`,
      ),
    ).toEqual([['t', 'pg_read_all_stats']])
  })
})
