import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { history } from '../../src/cli/commands/history.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { ensureJournal } from '../../src/journal/ensure-journal.ts'
import { catalogFromCell } from '../../src/journal/stored-catalog.ts'
import { currentFormat, formats } from '../../src/journal/tables.ts'
import { fingerprintQuery } from '../../src/sources/database/fingerprint.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl, openTarget, type TestTarget, targetNames } from '../support/targets.ts'

const project = makeProject({
  'old.sql': 'CREATE TABLE t (id int PRIMARY KEY, email text);',
  'new.sql': `CREATE TABLE t (id int PRIMARY KEY, email text NOT NULL); CREATE INDEX t_email ON t (email);`,
  'wrong.sql': `CREATE TABLE t (id int PRIMARY KEY, email text); CREATE INDEX t_part ON t ((1 / id));`,
})
afterAll(project.remove)

describe.each(targetNames)('the journal, %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const flags = (schema: string): Flags => ({
    database: target.database,
    schema: [schema],
    yes: true,
    'no-rehearsal': true,
  })
  const make = () => runInProcess(create, project.folder, flags('old.sql'))
  const run = (schema: string) => runInProcess(apply, project.folder, flags(schema))

  test('tells of every run with its steps, and of none that changed nothing', async () => {
    await make()
    expect(await run('new.sql')).toMatchObject({ exitCode: 0 })
    expect(await run('new.sql')).toMatchObject({ exitCode: 0 })
    const told = await runInProcess(history, project.folder, { database: target.database, json: true })
    const { runs } = JSON.parse(told.out)
    expect(runs).toMatchObject([
      { id: 2, command: 'apply', state: 'done', steps: 2, done: 2, environment: 'development' },
      { id: 1, command: 'create', state: 'done', steps: 1, done: 1 },
    ])
    expect(runs[0].fingerprintBefore).toBe(runs[1].fingerprintAfter)
    const one = await runInProcess(history, project.folder, { database: target.database, json: true }, '2')
    expect(JSON.parse(one.out).run.plan.steps).toHaveLength(2)
    const [[after] = []] = await target.query('SELECT catalog_after FROM trueup.runs WHERE id = 2')
    expect([...catalogFromCell(after ?? '').objects.keys()]).toContain('index:public.t_email')
    expect(await runInProcess(history, project.folder, { database: target.database }, '7')).toMatchObject({
      error: 'RUN-UNKNOWN: there is no run 7 in the journal of this database',
    })
  })

  test('a run that fails is told with its step and what the server said', async () => {
    await make()
    await target.query('INSERT INTO t VALUES (0); SELECT 1')
    expect((await run('wrong.sql')).error).toMatch(/^APPLY-STEP/)
    expect(await target.query('SELECT state, problem FROM trueup.runs ORDER BY id DESC LIMIT 1')).toEqual([
      ['failed', expect.stringContaining('division by zero')],
    ])
    expect(await target.query('SELECT state FROM trueup.steps WHERE run = 2 OR run = 3')).toContainEqual([
      'failed',
    ])
  })

  test('is made where an event trigger refuses every change, which refuses others as before', async () => {
    await target.query(`CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
      CREATE EVENT TRIGGER gate ON ddl_command_start EXECUTE FUNCTION refuse()`)
    await target.query(`BEGIN; ${ensureJournal('0.1.0')}; COMMIT`)
    expect(await target.query('SELECT format FROM trueup.journal')).toEqual([[`${currentFormat}`]])
    await expect(target.query(`BEGIN; ${ensureJournal('0.1.0')}; CREATE TABLE other ()`)).rejects.toThrow(
      'refused',
    )
  })

  test('nothing of it counts in a fingerprint', async () => {
    const [[version] = []] = await target.query('SHOW server_version_num')
    const fingerprint = async () => (await target.query(fingerprintQuery(Number(version))))[0]?.[0]
    const before = await fingerprint()
    await target.query(`BEGIN; ${ensureJournal('0.1.0')}; COMMIT; SELECT 1`)
    expect(await fingerprint()).toBe(before)
    await target.query('CREATE TABLE other (id int); SELECT 1')
    expect(await fingerprint()).not.toBe(before)
  })

  test('an older journal is brought to the new format, a newer one is left alone', async () => {
    await make()
    const newer = [...formats, ['ALTER TABLE trueup.runs ADD COLUMN mood text']]
    await target.query(`BEGIN; ${ensureJournal('9.9.9', newer)}; COMMIT; SELECT 1`)
    expect(await target.query('SELECT format, tool_version FROM trueup.journal')).toEqual([
      [String(currentFormat + 1), '9.9.9'],
    ])
    expect(await target.query('SELECT id, mood FROM trueup.runs')).toEqual([['1', null]])
    const refused = await run('new.sql')
    expect(refused.error).toMatch(/^JOURNAL-NEWER.*trueup 9\.9\.9/)
    expect(await target.query('SELECT count(*) FROM trueup.runs')).toEqual([['1']])
  })

  test('a run that died is told once, with what became of its step', async () => {
    await make()
    expect(await run('new.sql')).toMatchObject({ exitCode: 0 })
    await target.query(`UPDATE trueup.runs SET state = 'running', finished = NULL WHERE id = 2;
      UPDATE trueup.steps SET state = 'running' WHERE run = 2 AND step = 2; SELECT 1`)
    const next = await run('new.sql')
    expect(next.notes).toMatch(/found run 2 \(apply by .*\): it died at step 2 of 2, the step had been done/)
    expect(await target.query('SELECT state FROM trueup.runs WHERE id = 2')).toEqual([['done']])
    expect((await run('new.sql')).notes).not.toContain('found run')
  })
})

test('a role without rights: one transaction goes on with a note, several are refused', async () => {
  const server = await sharedServer(16)
  const database = await server.createDatabase()
  const role = await server.createRole()
  await server.execute('REVOKE CREATE ON SCHEMA public FROM PUBLIC', database.name)
  await server.execute(`GRANT ALL ON SCHEMA public TO "${role.name}"`, database.name)
  const flags = (schema: string): Flags => ({
    database: role.url(database.name),
    schema: [schema],
    yes: true,
    'no-rehearsal': true,
  })
  const made = await runInProcess(create, project.folder, flags('old.sql'))
  expect(made).toMatchObject({ exitCode: 0, notes: expect.stringContaining('may not write the journal') })
  await server.execute(
    `INSERT INTO t SELECT i, 'a' FROM generate_series(1, 20000) i; ANALYZE t`,
    database.name,
  )
  const refused = await runInProcess(apply, project.folder, flags('new.sql'))
  expect(refused.error).toMatch(/^JOURNAL-DENIED/)
  const admin = await connectUrl(database.url)
  const [journal] = await admin.query(`SELECT to_regnamespace('trueup')`)
  expect(journal?.rows).toEqual([[null]])
  await admin.close()
  await database.drop()
  await role.drop()
})

test('secrets of a plan do not reach the journal', async () => {
  const target = await openTarget(17)
  const secret = `pw-${randomUUID()}`
  project.write(
    'secret.sql',
    `CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
     CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (password '${secret}');`,
  )
  for (const command of [create, apply])
    await runInProcess(command, project.folder, {
      database: target.database,
      schema: ['secret.sql'],
      yes: true,
      'no-rehearsal': true,
    })
  const [[runs, catalogs] = []] = await target.query(
    `SELECT string_agg(runs::text, ''), count(catalog_before) FROM trueup.runs`,
  )
  expect(runs).toContain('s')
  expect(Number(catalogs)).toBeGreaterThan(0)
  expect(runs).not.toContain(secret)
  await target.drop()
})
