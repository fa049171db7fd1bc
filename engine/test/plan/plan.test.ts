import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

const before = `
  CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nick varchar(50), age int);
  CREATE INDEX users_age_ix ON users (age);
  CREATE TABLE scraps (a int);
  INSERT INTO users (nick, age) SELECT 'n' || g, nullif(g % 3, 0) FROM generate_series(1, 30) g;
  INSERT INTO scraps VALUES (1), (2)`

const after = `
  CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nickname varchar(50) NOT NULL);
  CREATE TABLE "한글 표" (id int, user_id int REFERENCES users);
  CREATE VIEW names AS SELECT nickname FROM users;`

const decided = ['rename:public.users.nick=nickname', 'drop:public.users.age', 'drop:public.scraps']
const accept = decided.flatMap((decision) => ['--accept', decision])

describe.each(mostly('embedded', 15))('a plan on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
    await target.query(before)
    project.write('schema.sql', after)
  })
  afterEach(() => target.drop())

  const plan = (...words: string[]) =>
    project.trueup('plan', '--database', target.database, '--schema', 'schema.sql', ...words)

  test('is a summary, the steps by object, and what else there is to know', async () => {
    const { stdout, exitCode } = await plan(...accept, '--drops', 'now')
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('\u001b[')
    const parts = [
      /^Plan: \d+ steps\. \d+ to create, \d+ to alter, 1 to rename, 2 to drop$/m,
      /^ {2}strongest lock {2}ACCESS EXCLUSIVE on .*public\.users/m,
      /^ {2}rows involved {3}32 in 2 tables$/m,
      /^ {2}losses {10}table public\.scraps: 2 rows$/m,
      /^ {18}column public\.users\.age: 20 values$/m,
      /^table public\.scraps {2}2 rows, \d+ kB$/m,
      / ! data-loss: table public\.scraps goes with all it holds/,
      / not exact: table public\.scraps would come back empty, without its 2 rows/,
      /^table public\.users {2}30 rows, /m,
      /^ {2}- +\d+ {2}ALTER TABLE public\.users DROP COLUMN age;$/m,
      /^ {6}ALTER TABLE public\.users RENAME COLUMN nickname TO nick;$/m,
      /^Rehearsed on a copy without rows/m,
      /npx trueup explain [a-z-]+$/m,
    ]
    for (const part of parts) expect(stdout).toMatch(part)
    expect(stdout).toContain('table public."한글 표"  new')
  })

  test('counts the rows of partitions once', async () => {
    const parts = (type: string) => `CREATE TABLE p (id int, a ${type}) PARTITION BY LIST (id);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT;`
    await target.query(`${parts('int')} INSERT INTO p VALUES (1, 1), (2, 2), (3, 3)`)
    project.write('schema.sql', `${parts('numeric')} CREATE INDEX ON p1 (a)`)
    const { stdout } = await plan('--accept', 'drops')
    expect(stdout).toMatch(/^ {2}rows involved {3}35 in 4 tables$/m)
  })

  test('is made for a script that makes databases as well', async () => {
    project.write('schema.sql', `CREATE DATABASE reports TEMPLATE template0;${after}`)
    const { exitCode, stderr } = await plan(...accept)
    expect(exitCode, stderr).toBe(0)
  })

  test('parks what is dropped unless told otherwise, and the way back is exact', async () => {
    const { stdout } = await plan(...accept)
    const parts = [
      /^Plan: .* 1 to rename, 2 to park, \d+ to drop$/m,
      /^ {2}parked {10}table public\.scraps: 2 rows$/m,
      / SET SCHEMA trueup_parked;$/m,
      /leads exactly to where it began/,
    ]
    for (const part of parts) expect(stdout).toMatch(part)
    expect(stdout).not.toContain('data-loss')
  })

  test('says all of it as JSON', async () => {
    const { stdout, exitCode } = await plan(...accept, '--drops', 'now', '--json', '--exit-code')
    expect(exitCode).toBe(10)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({
      command: 'plan',
      changed: false,
      summary: { renamed: 1, dropped: 2, lock: { mode: 'access-exclusive' } },
      questions: [],
      rowsInTheWay: [],
      rehearsal: { kind: 'passed' },
    })
    expect(report.summary.losses).toContainEqual({ object: 'table:public.scraps', count: 2 })
    expect(report.undoLosses).toContainEqual({ object: 'table:public.scraps', reason: 'rows-gone', count: 2 })
    expect(report.steps.every((step: object) => 'sql' in step && 'lock' in step && 'work' in step)).toBe(true)
  })

  test('as a script brings the database to the same end', async () => {
    const parking = await plan(...accept, '--sql')
    expect(parking).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('error[DECISION-SCRIPT-PARKS]'),
    })
    const { stdout } = await plan(...accept, '--sql', '--drops', 'now')
    expect(stdout).toContain('\\set ON_ERROR_STOP on')
    await target.query(stdout.replace(/^\\set.*$/m, ''))
    const again = await plan('--exit-code')
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing to do') })
  })

  test('lists what is undecided, with what it holds and the words that answer it', async () => {
    const { stdout, exitCode } = await plan()
    expect(exitCode).toBe(4)
    expect(stdout).toContain('table public.scraps would go, with 2 rows\n    --accept drop:public.scraps')
    expect(stdout).toContain('--accept rename:public.users.nick=nickname')
  })

  test('tells of rows in the way', async () => {
    await target.query('INSERT INTO users (nick) VALUES (NULL)')
    const { stdout, exitCode } = await plan(...accept)
    expect(exitCode).toBe(5)
    expect(stdout).toContain('1 row of public.users are null')
  })
})

test('speaks Korean, and colours on a terminal unless asked not to', async () => {
  const target = await openTarget('embedded')
  await target.query(before)
  project.write('schema.sql', after)
  const words = ['plan', '--database', target.database, '--schema', 'schema.sql', '--lang', 'ko', ...accept]
  const { stdout } = await project.trueup(...words)
  expect(stdout).toMatch(/^계획: \d+단계\. /m)
  // labels of different width, values in one column
  expect(stdout).toMatch(/^ {2}가장 강한 잠금 {2}/m)
  expect(stdout).toMatch(/^ {2}예상 시간 {7}/m)
  const coloured = await project.terminal(words)
  expect(coloured.stdout).toContain('\u001b[1m')
  const plain = await project.terminal(words, { NO_COLOR: '1' })
  expect(plain.stdout).not.toContain('\u001b[1m')
  await target.drop()
})
