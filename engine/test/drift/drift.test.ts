import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { drift } from '../../src/cli/commands/drift.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const schema = `
  CREATE TYPE mood AS ENUM ('calm', 'glad');
  CREATE DOMAIN email AS text CHECK (VALUE ~ '@' AND length(VALUE) < 200 AND VALUE <> '');
  CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    mail email NOT NULL, mood mood NOT NULL DEFAULT 'calm', age int CHECK (age > 0 AND age < 200 AND age <> 7),
    name varchar(80) DEFAULT ('user ' || now()::date), level int, big int GENERATED ALWAYS AS (level * 2) STORED);
  CREATE INDEX users_mail ON users (lower(mail)) WHERE mail IS NOT NULL AND age IN (1, 2);
  CREATE TABLE logs (at timestamptz NOT NULL, line text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
  CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE INDEX logs_line ON logs (line);
  CREATE VIEW adults AS SELECT id, mail FROM users WHERE age >= 18 AND mood IN ('calm', 'glad');
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW WHEN (OLD.age IS DISTINCT FROM NEW.age) EXECUTE FUNCTION touch();
  COMMENT ON TABLE users IS 'people';`

const byHand = `
  ALTER TABLE users ALTER COLUMN name TYPE text, ADD COLUMN note text;
  DROP INDEX users_mail;
  CREATE TABLE tmp_import (id int PRIMARY KEY, line text DEFAULT 'x');
  CREATE FUNCTION spare() RETURNS int LANGUAGE sql AS 'SELECT 1';
  SELECT 1`

describe.each(mostly(14, 18))('drift, %s', (name) => {
  let target: TestTarget
  let project: TestProject
  beforeEach(async () => {
    project = makeProject({
      'schema.sql': schema,
      'trueup.config.ts': `export default { schema: ['schema.sql'], drift: { ignore: ['table:*.tmp_*'] } }`,
    })
    target = await openTarget(name)
  })
  afterEach(async () => {
    await target.drop()
    project.remove()
  })

  const run = (command: typeof drift, more: Flags = {}) =>
    runInProcess(command, project.folder, { database: target.database, 'no-rehearsal': true, ...more })
  const found = async () =>
    JSON.parse((await run(drift, { json: true })).out) as {
      readonly since: { readonly run: number }
      readonly changes: readonly { readonly object: string; readonly difference: string }[]
      readonly ignored: readonly unknown[]
      readonly statements: readonly { readonly sql: string }[]
    }

  test('is told object by object, kept apart from what the models want, adopted, and gone', async () => {
    expect((await run(drift)).error).toMatch(/^DRIFT-NO-STATE/)
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    expect(await run(drift)).toMatchObject({ exitCode: 0, out: expect.stringContaining('as run 1 left it') })

    await target.query(byHand)
    const told = await run(drift)
    expect(told.exitCode).toBe(6)
    expect(told.out).toMatch(/column public\.users\.name: type was character varying\(80\), is text/)
    expect(told.out).toMatch(/index public\.users_mail: is gone/)
    expect(told.out).toContain('ALTER TABLE public.users ADD COLUMN note text;')
    const { changes, ignored } = await found()
    expect(changes.map(({ object, difference }) => `${difference} ${object}`)).toEqual(
      expect.arrayContaining([
        'altered column:public.users.name',
        'added column:public.users.note',
        'added function:public.spare()',
        'gone index:public.users_mail',
      ]),
    )
    expect(changes.some(({ object }) => object.includes('tmp_import'))).toBe(false)
    expect(ignored.length).toBeGreaterThan(2)

    expect(await run(verify)).toMatchObject({ exitCode: 6, out: expect.stringContaining('are drift') })
    const adopted = await run(drift, { adopt: 'drift.sql' })
    expect(adopted).toMatchObject({ exitCode: 0, out: expect.stringContaining('tried:') })
    expect(await run(drift)).toMatchObject({ exitCode: 0 })
    const script = readFileSync(join(project.folder, 'drift.sql'), 'utf8')
    expect(script).not.toContain('tmp_import')
    const planned = await run(plan, { schema: ['schema.sql', 'drift.sql'], json: true })
    expect(JSON.parse(planned.out)).toMatchObject({ changes: [], steps: [] })
  })

  test('is adopted by the next try where one died before its last word', async () => {
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    await target.query(byHand)
    // nothing is written where the journal refuses
    await target.query('ALTER TABLE trueup.runs ADD CONSTRAINT full_disk CHECK (id < 2)')
    expect((await run(drift, { adopt: 'drift.sql' })).error).toContain('full_disk')
    expect(readdirSync(project.folder)).not.toContain('drift.sql')
    await target.query('ALTER TABLE trueup.runs DROP CONSTRAINT full_disk')
    // the file is there, but no run
    expect(await run(drift, { adopt: 'drift.sql' })).toMatchObject({ exitCode: 0 })
    const script = readFileSync(join(project.folder, 'drift.sql'), 'utf8')
    await target.query(`DELETE FROM trueup.runs WHERE command = 'adopt'`)
    expect(await run(drift)).toMatchObject({ exitCode: 6 })
    const schema = ['schema.sql', 'drift.sql']
    const again = await run(drift, { schema, adopt: 'drift.sql' })
    expect(again).toMatchObject({ exitCode: 0, out: expect.stringContaining('tried:') })
    expect(readFileSync(join(project.folder, 'drift.sql'), 'utf8')).toBe(script)
    expect(await run(drift)).toMatchObject({ exitCode: 0 })
  })

  test('is taken back, or only some of it', async () => {
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    await target.query(byHand)
    expect((await run(drift, { revert: true, yes: true })).error).toMatch(/^PLAN-UNDECIDED/)
    const index = await run(drift, { revert: true, yes: true, objects: ['index:*'] })
    expect(index).toMatchObject({ exitCode: 0, out: expect.stringContaining('in 1 step') })
    expect((await found()).changes.map(({ object }) => object)).not.toContain('index:public.users_mail')
    const accept = ['drop:public.users.note', 'drop:public.spare()']
    expect(await run(drift, { revert: true, yes: true, accept })).toMatchObject({ exitCode: 0 })
    expect(await run(drift)).toMatchObject({ exitCode: 0 })
    expect(await run(verify)).toMatchObject({ exitCode: 0 })
    expect(await target.query('SELECT count(*) FROM tmp_import')).toEqual([['0']])
  })

  test('is not adopted where the models want something else, and a module holds everything', async () => {
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    await target.query(byHand)
    project.write('schema.sql', schema.replace('name varchar(80)', 'name varchar(90)'))
    const pending = await run(verify, { json: true })
    expect(JSON.parse(pending.out).drift.objects).toContain('column:public.users.name')
    project.write('schema.sql', schema.replace('name varchar(80)', 'label varchar(80)'))
    expect((await run(drift, { adopt: 'drift.sql' })).error).toMatch(/^(DRIFT-ADOPT|SOURCE-STATEMENT)/)
    expect(readdirSync(project.folder)).not.toContain('drift.sql')
    project.write('schema.sql', schema)
    const module = await run(drift, { adopt: 'models.ts' })
    expect(module).toMatchObject({ exitCode: 0, notes: expect.stringContaining('models.ts holds the whole') })
    expect(await run(drift)).toMatchObject({ exitCode: 0 })
    const sources = ['models.ts', 'models.sql'].filter((file) => existsSync(join(project.folder, file)))
    expect(await run(verify, { schema: sources })).toMatchObject({ exitCode: 0 })
  })

  test('what a run left half-done is told from what was done by hand', async () => {
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    await target.query(`ALTER TABLE users ADD COLUMN note text;
      INSERT INTO trueup.runs (token, command, state, environment, tool_version, role, os_user, os_host,
        application, started, fingerprint_before, plan)
      SELECT gen_random_uuid(), 'apply', 'failed', environment, tool_version, role, os_user, os_host, '', now(), '', '{}'
      FROM trueup.runs;
      INSERT INTO trueup.steps (run, step, kind, target, transaction, state)
      VALUES (2, 1, 'create-column', 'column:public.users.note', 'own', 'done'); SELECT 1`)
    expect(await run(drift)).toMatchObject({
      exitCode: 6,
      out: expect.stringContaining('partly the work of run 2, which did not come to its end'),
    })
  })

  test('pending changes of the models alone are no drift', async () => {
    expect(await run(create)).toMatchObject({ exitCode: 0 })
    project.write('schema.sql', `${schema} CREATE INDEX users_age ON users (age);`)
    expect(await run(verify)).toMatchObject({
      exitCode: 3,
      out: expect.stringContaining('it is the models that have changed'),
    })
    await target.query('CREATE TABLE tmp_other (id int); SELECT 1')
    expect(await run(verify)).toMatchObject({ exitCode: 3 })
    expect(await run(apply, { yes: true })).toMatchObject({
      exitCode: 0,
      notes: expect.stringContaining('trueup drift'),
    })
    expect(await run(drift)).toMatchObject({ exitCode: 0 })
  })
})

test('drift of an embedded database is told and adopted', async () => {
  const target = await openTarget('embedded')
  const project = makeProject({ 'schema.sql': 'CREATE TABLE users (id int);' })
  const run = (command: typeof drift, more: Flags = {}) =>
    runInProcess(command, project.folder, { database: target.database, schema: ['schema.sql'], ...more })
  expect(await run(create)).toMatchObject({ exitCode: 0 })
  await target.query('ALTER TABLE users ADD COLUMN note text; SELECT 1')
  expect(await run(drift)).toMatchObject({ exitCode: 6, out: expect.stringContaining('users.note: is new') })
  expect(await run(drift, { adopt: 'drift.sql' })).toMatchObject({ exitCode: 0 })
  expect(await run(drift)).toMatchObject({ exitCode: 0 })
  await target.drop()
  project.remove()
})

test.each([
  [['tabel:public.x'], 'DRIFT-PATTERN'],
  [['public.x'], 'DRIFT-PATTERN'],
])('rule %s of the config can mean nothing', async (ignore, code) => {
  const project = makeProject({
    'trueup.config.ts': `export default { drift: { ignore: ${JSON.stringify(ignore)} } }`,
  })
  expect((await runInProcess(drift, project.folder, { database: 'data' })).error).toMatch(code)
  project.remove()
})
