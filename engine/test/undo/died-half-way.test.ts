import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { purge } from '../../src/cli/commands/purge.ts'
import { redo, undo } from '../../src/cli/commands/undo.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const trips = 'CREATE TABLE trips (day int NOT NULL, person int) PARTITION BY RANGE (day);'
const project = makeProject({
  'old.sql': `${trips} CREATE TABLE trips_old (day int NOT NULL, person int);
    CREATE TABLE people (id int PRIMARY KEY, nick text, note text);
    CREATE TABLE keys (id int PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid());`,
  'new.sql': `${trips} CREATE TABLE trips_old PARTITION OF trips FOR VALUES FROM (0) TO (10);
    CREATE TABLE people (id int PRIMARY KEY, name text DEFAULT 'nobody', note varchar(40));
    CREATE TABLE codes (id int PRIMARY KEY);`,
})
afterAll(project.remove)

/** Everything after the first step that has a transaction to itself, or none: in the journal, where no catalog sees it. */
const disturb = `
  CREATE FUNCTION trueup.disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.transaction = 'shared' AND EXISTS (
      SELECT FROM trueup.steps WHERE run = NEW.run AND transaction <> 'shared' AND state = 'done')
    THEN RAISE 'disturbed'; END IF; RETURN NEW; END $$;
  CREATE TRIGGER disturb BEFORE UPDATE OF state ON trueup.steps FOR EACH ROW WHEN (NEW.state = 'done')
    EXECUTE FUNCTION trueup.disturb()`
const leaveAlone = 'DROP FUNCTION trueup.disturb() CASCADE'

const tokens = "SELECT md5(string_agg(id || token::text, '' ORDER BY id)) FROM keys"

let target: TestTarget
let before: readonly (readonly (string | null)[])[]
const run = (command: Command, schema?: string, accept: readonly string[] = [], word?: string) => {
  const flags = { database: target.database, yes: true, accept: [...accept], 'no-rehearsal': true }
  return runInProcess(
    command,
    project.folder,
    schema === undefined ? flags : { ...flags, schema: [schema] },
    word,
  )
}
const expectOk = async (...words: Parameters<typeof run>) => {
  const { exitCode, error, notes, out } = await run(...words)
  expect(exitCode, `${error} ${notes} ${out}`).toBe(0)
}
const stop = async (command: Command) => {
  await target.query(disturb)
  expect((await run(command)).error).toContain('disturbed')
  await target.query(leaveAlone)
}
const states = async () => (await target.query('SELECT state FROM trueup.runs ORDER BY id')).flat().join(' ')

beforeEach(async () => {
  target = await openTarget(18)
  await expectOk(create, 'old.sql')
  await target.query(`INSERT INTO trips_old SELECT i % 10, i FROM generate_series(1, 12000) i;
    INSERT INTO keys SELECT i FROM generate_series(1, 12000) i;
    INSERT INTO people VALUES (1, 'n', 'one'); ANALYZE`)
  before = await target.query(tokens)
  await expectOk(apply, 'new.sql', ['rename:public.people.nick=name', 'rename:public.keys=codes', 'drops'])
  expect(await target.query('SELECT count(*) FROM trips')).toEqual([['12000']])
})
afterEach(() => target.drop())

test('an undo that stopped is gone on with, and its redo leads back to before both', async () => {
  await stop(undo)
  expect(await states()).toBe('done done failed')
  await expectOk(undo)
  await expectOk(verify, 'old.sql')
  expect(await target.query(tokens)).toEqual(before)
  expect(await states()).toBe('done undone undone done')
  await expectOk(redo)
  await expectOk(verify, 'new.sql')
  expect(await states()).toBe('done done undone undone done')
  expect((await run(redo)).error).toContain('REDO-NOTHING')
  await expectOk(undo)
  await expectOk(verify, 'old.sql')
})

test('what somebody else did meanwhile is not taken for its doing', async () => {
  await stop(undo)
  await target.query(`CREATE TABLE others (id int PRIMARY KEY); ALTER TABLE people ADD COLUMN others int;
    ALTER TABLE people ALTER COLUMN name SET DEFAULT 'others'`)
  const refused = await run(undo)
  expect(refused.error).toBe('PLAN-UNDECIDED: 1 question is open; nothing was changed')
  await expectOk(undo, undefined, ['undo:default:public.people.name'])
  expect(
    await target.query(`SELECT conname FROM pg_constraint WHERE conrelid = 'trips_old'::regclass`),
  ).toEqual([['trips_old_day_not_null']])
  expect(await target.query('SELECT p, o FROM people p LEFT JOIN others o ON true')).toEqual([
    ['(1,n,one,)', null],
  ])
})

test('a redo that stopped is taken back, or gone on with', async () => {
  await expectOk(undo)
  await stop(redo)
  await expectOk(undo)
  await expectOk(verify, 'old.sql')
  await stop(redo)
  await expectOk(redo)
  await expectOk(verify, 'new.sql')
  expect((await run(redo)).error).toContain('REDO-NOTHING')
  await expectOk(undo)
  await expectOk(verify, 'old.sql')
})

test('rows that an undo did not come to are filled by the next', async () => {
  await target.query(disturb.replace("transaction <> 'shared'", "transaction = 'batches'"))
  expect((await run(purge, undefined, [], 'public.keys.token')).exitCode).toBe(0)
  expect((await run(undo)).error).toContain('disturbed')
  await target.query(`${leaveAlone}; UPDATE codes SET token = NULL WHERE id % 2 = 0`)
  await expectOk(undo)
  await expectOk(verify, 'old.sql')
  expect(await target.query('SELECT count(DISTINCT token) FROM keys')).toEqual([['12000']])
})

test('an undo that died before its last word has taken back what it took back', async () => {
  await expectOk(undo)
  await target.query(`CREATE TABLE others (id int); UPDATE trueup.runs SET state = CASE id WHEN 2 THEN 'done' ELSE 'running' END,
    catalog_after = CASE id WHEN 2 THEN catalog_after END WHERE id IN (2, 3)`)
  await expectOk(undo)
  expect(await states()).toBe('done undone done')
  expect(await target.query('SELECT FROM others')).toEqual([])
  await expectOk(redo)
  expect(await states()).toBe('done done undone done')
  await target.query('DROP TABLE others')
  await expectOk(verify, 'new.sql')
})
