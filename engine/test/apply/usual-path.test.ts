import { afterAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { openTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

const schema = (column: string, index: string) => `
  CREATE SCHEMA app;
  CREATE FUNCTION app.part() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT md5(random()::text)';
  CREATE FUNCTION app.new_code() RETURNS text LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN part(); END';
  CREATE FUNCTION app.least_length() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
  CREATE FUNCTION app.is_long(name text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
    AS 'BEGIN RETURN length(name) >= least_length(); END';
  CREATE TABLE app.people (id int PRIMARY KEY, name text ${column});
  ${index}`

/** Since PostgreSQL 17 the server itself lets nothing but pg_catalog be found while an index is built. */
const index = 'CREATE INDEX people_long ON app.people (app.is_long(name));'

test.each([
  [14, 100, index],
  [14, 12_000, index],
  [18, 100, ''],
  [18, 12_000, ''],
] as const)(
  'functions find what they name without a schema as in sessions of applications: %s, %d rows',
  async (major, rows, made) => {
    const target = await openTarget(major)
    await target.query(`${schema('', '')} DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET search_path = app', current_database()); END $$`)
    await target.query(
      `INSERT INTO app.people SELECT i, 'name ' || i FROM generate_series(1, ${rows}) i; ANALYZE`,
    )
    project.write(
      'schema.sql',
      schema(', code text NOT NULL DEFAULT app.new_code(), CHECK (app.is_long(name))', made),
    )
    const words = ['--database', target.database, '--schema', 'schema.sql', '--yes']
    const { stderr, exitCode } = await project.trueup('apply', ...words)
    expect(exitCode, stderr).toBe(0)
    expect(await target.query('SELECT count(DISTINCT code) FROM app.people')).toEqual([[String(rows)]])
    await target.query(`INSERT INTO app.people VALUES (0, 'x', '') ON CONFLICT DO NOTHING`).then(
      () => expect.unreachable('a short name was taken'),
      (error: Error) => expect(error.message).toContain('people_name_check'),
    )
    const undone = await project.trueup('undo', '--database', target.database, '--yes')
    expect(undone.exitCode, undone.stderr).toBe(0)
    await target.drop()
  },
)

test('and so they do while a backup is restored', async () => {
  const [source, target] = [await openTarget(18), await openTarget(18)]
  const inPublic = schema(', CHECK (app.is_long(name))', '').replace('CREATE SCHEMA app;', '')
  await source.query(`${inPublic.replaceAll('app.', '')} INSERT INTO people VALUES (1, 'Kim')`)
  const made = await project.trueup('backup', '--database', source.database, '--to', 'copies', '--json')
  const { folder } = JSON.parse(made.stdout) as { folder: string }
  const { stderr, exitCode } = await project.trueup('restore', folder, '--database', target.database, '--yes')
  expect(exitCode, stderr).toBe(0)
  expect(await target.query('SELECT name FROM people')).toEqual([['Kim']])
  await Promise.all([source.drop(), target.drop()])
})
