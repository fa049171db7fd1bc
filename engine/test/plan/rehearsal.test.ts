import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({
  'schema.sql': `CREATE TABLE users (id int PRIMARY KEY, nick text); CREATE VIEW nicks AS SELECT nick FROM users`,
})
afterAll(project.remove)

let target: TestTarget
let stage: TestTarget
beforeEach(async () => {
  target = await openTarget(15)
  stage = await openTarget(15)
  await target.query('CREATE TABLE users (id int PRIMARY KEY)')
})
afterEach(async () => {
  await target.drop()
  await stage.drop()
})

const plan = (...flags: string[]) =>
  project.trueup('plan', '--database', target.database, '--schema', 'schema.sql', '--json', ...flags)
const relations = () =>
  stage.query(`SELECT relname FROM pg_class WHERE oid >= 16384 AND relkind = 'r' ORDER BY 1`)
const publicSchema = () =>
  stage.query(
    `SELECT nspowner::regrole, nspacl, obj_description(oid) FROM pg_namespace WHERE nspname !~ '^(pg_|information)'`,
  )

test('can take place on a real database, which is left as it was found', async () => {
  const before = await publicSchema()
  const { stdout, exitCode } = await plan('--rehearse-on', stage.database)
  expect(exitCode).toBe(0)
  const { rehearsal } = JSON.parse(stdout)
  expect(rehearsal).toMatchObject({ kind: 'passed' })
  expect(Math.floor(rehearsal.serverVersion / 10000)).toBe(15)
  expect(await relations()).toEqual([])
  expect(await publicSchema()).toEqual(before)
})

test('refuses a database that is not empty, and the one that the plan is for', async () => {
  await stage.query('CREATE TABLE precious (a int)')
  const { stdout, exitCode } = await plan('--rehearse-on', stage.database)
  expect(exitCode).toBe(5)
  expect(JSON.parse(stdout).error.code).toBe('REHEARSAL-NOT-EMPTY')
  expect(await relations()).toEqual([['precious']])
  const same = await plan('--rehearse-on', target.database)
  expect(JSON.parse(same.stdout).error.code).toBe('REHEARSAL-SAME-DATABASE')
})

test('a failed one stops everything, and cleans up all the same', async () => {
  // PGlite is PostgreSQL 18 and knows virtual columns; 15 does not
  project.write(
    'newer.sql',
    'CREATE TABLE users (id int PRIMARY KEY, twice int GENERATED ALWAYS AS (id * 2) VIRTUAL)',
  )
  const words = ['apply', '--database', target.database, '--schema', 'newer.sql', '--yes', '--json']
  const { stdout, exitCode } = await project.trueup(...words, '--rehearse-on', stage.database)
  expect(exitCode).toBe(5)
  expect(JSON.parse(stdout).error.code).toBe('REHEARSAL-STEP')
  expect(await relations()).toEqual([])
  expect(
    await target.query(
      'SELECT count(*) FROM pg_attribute WHERE attrelid = $$users$$::regclass AND attnum > 0',
    ),
  ).toEqual([['1']])
})

test('takes up after one that was killed', async () => {
  await stage.query(`CREATE SCHEMA trueup; COMMENT ON SCHEMA trueup IS
    'a rehearsal of trueup is going on here; what is in this database may be dropped'; CREATE TABLE rest (a int)`)
  expect(await plan('--rehearse-on', stage.database)).toMatchObject({ exitCode: 0 })
  expect(await relations()).toEqual([])
})

test('has what the functions of an index call, which PostgreSQL does not record', async () => {
  const functions = `
    CREATE TABLE words (code text PRIMARY KEY, word text NOT NULL);
    CREATE FUNCTION public."Half"(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 4)';
    CREATE FUNCTION public.head(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT public."Half"($1)';
    CREATE FUNCTION public.word(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT word FROM public.Words WHERE code = public.head($1)';`
  await target.query(`${functions} ALTER TABLE users ADD nick text; CREATE INDEX nicks ON users (head(nick))`)
  project.write(
    'indexed.sql',
    `${functions} CREATE TABLE users (id int PRIMARY KEY, nick varchar(80));
    CREATE INDEX nicks ON users (head(nick)); CREATE INDEX words_of_nicks ON users (word(nick))`,
  )
  const { stdout, exitCode } = await project.trueup(
    ...['plan', '--database', target.database, '--schema', 'indexed.sql', '--json'],
  )
  expect(JSON.parse(stdout).rehearsal).toMatchObject({ kind: 'passed' })
  expect(exitCode).toBe(0)
})

test('an older server lets children go without a NOT NULL that their parent keeps', async () => {
  await target.query(`
    CREATE TABLE notes (id int GENERATED ALWAYS AS IDENTITY, body text);
    CREATE TABLE user_notes (user_id int) INHERITS (notes);
    CREATE TABLE late_notes (due date) INHERITS (user_notes);
    INSERT INTO notes (body) VALUES ('a'); INSERT INTO late_notes VALUES (7, 'b', 1, 'today')`)
  const schema = `CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE notes (body text);
    CREATE TABLE user_notes (user_id int) INHERITS (notes); CREATE TABLE late_notes (due date) INHERITS (user_notes);`
  project.write('unnumbered.sql', schema)
  const to = ['--database', target.database, '--json']
  const numbers = () => target.query('SELECT id FROM notes ORDER BY 1')

  const planned = await project.trueup('plan', ...to, '--schema', 'unnumbered.sql', '--accept', 'drops')
  expect(JSON.parse(planned.stdout).rehearsal).toMatchObject({ kind: 'passed', wayBack: { kind: 'exact' } })
  const applied = await project.trueup(
    ...['apply', ...to, '--schema', 'unnumbered.sql', '--accept', 'drops', '--yes'],
  )
  expect(applied.exitCode).toBe(0)
  const undone = await project.trueup('undo', ...to, '--yes')
  expect(JSON.parse(undone.stdout).rehearsal).toMatchObject({ kind: 'passed', wayBack: { kind: 'exact' } })
  expect(await numbers()).toEqual([['1'], ['7']])
  expect(await project.trueup('redo', ...to, '--yes')).toMatchObject({ exitCode: 0 })
})
