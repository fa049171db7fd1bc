import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({
  'schema.sql': `CREATE TABLE users (id int PRIMARY KEY, nickname text, rank int NOT NULL)`,
})
afterAll(project.remove)

let target: TestTarget
beforeEach(async () => {
  target = await openTarget('embedded')
  await target.query(`
    CREATE TABLE users (id int PRIMARY KEY, nick text, age int);
    INSERT INTO users VALUES (1, 'ada', 36), (2, 'bob', 7);
    CREATE TABLE scraps (a int)`)
})
afterEach(() => target.drop())

const decisions = [
  'rename:public.users.nick=nickname',
  'drop:public.users.age',
  'drop:public.scraps',
  'backfill:public.users.rank=id * 10',
]
const brought = [
  ['1', 'ada', '10'],
  ['2', 'bob', '20'],
]
const users = () => target.query('SELECT id, nickname, rank FROM users ORDER BY id')
const words = () => ['apply', '--database', target.database, '--schema', 'schema.sql', '--no-rehearsal']
const down = '\u001b[B'

test('are asked for at a terminal, one after the other, and can be repeated without one', async () => {
  const run = project.startTerminal(words())
  await run.printed('column public.users.age')
  run.type(`${down}\r`) // a new column could be it; it can go
  await run.printed('column public.users.nick is not in the models and holds 2 values')
  run.type('\r') // called "nickname" now
  await run.printed('table public.scraps')
  run.type('\r')
  await run.printed('Their value, as an SQL expression?')
  run.type('id * 10\r')
  await run.printed('The same without questions:')
  await run.printed('Apply this to development?')
  run.type('y')
  const { exitCode, stdout } = await run.finished
  expect(exitCode).toBe(0)
  for (const decision of decisions.slice(0, 3)) expect(stdout).toContain(`--accept ${decision}`)
  expect(await users()).toEqual(brought)
})

test('a terminal can be left without an answer', async () => {
  const run = project.startTerminal(words())
  await run.printed('column public.users.age')
  run.type('\x03')
  const { exitCode } = await run.finished
  expect(exitCode).not.toBe(0)
  expect(await target.query('SELECT age FROM users ORDER BY id')).toEqual([['36'], ['7']])
})

test('without a terminal they are all listed, and nothing is changed', async () => {
  const { exitCode, stdout } = await project.trueup(...words(), '--yes', '--json')
  expect(exitCode).toBe(4)
  const { error } = JSON.parse(stdout)
  expect(error.code).toBe('PLAN-UNDECIDED')
  expect(error.questions.map(({ object }: { object: string }) => object)).toContain('table:public.scraps')
  expect(await target.query('SELECT age FROM users ORDER BY id')).toEqual([['36'], ['7']])
})

test.each([
  ['lines', `# agreed on Monday\n${decisions.join('\n')}\n`, ['--decisions', 'decided']],
  ['a JSON list', JSON.stringify(decisions), ['--decisions', 'decided']],
  ['a config', '', []],
])('come from %s', async (_, file, flags) => {
  project.write('decided', file)
  project.write(
    'trueup.config.ts',
    file === '' ? `export default { decisions: ${JSON.stringify(decisions)} }` : 'export default {}',
  )
  const outcome = await project.trueup(...words(), '--yes', ...flags)
  project.write('trueup.config.ts', 'export default {}')
  expect(outcome).toMatchObject({ exitCode: 0 })
  expect(await users()).toEqual(brought)
})

test.each([
  ['--drops with anything else', ['--drops', 'later'], 'DECISION-DROPS'],
  ['all drops in production', ['--accept', 'drops', '--env', 'production'], 'DECISION-DROPS-IN-PRODUCTION'],
])('%s is refused', async (_, flags, code) => {
  const { exitCode, stderr } = await project.trueup(...words(), '--yes', ...flags)
  expect(exitCode).toBe(1)
  expect(stderr).toContain(`error[${code}]`)
})

test('the schemas that are managed can be named; all of them need consent like any drop', async () => {
  await target.query('CREATE SCHEMA other; CREATE TABLE other.kept (a int)')
  project.write(
    'two.sql',
    'CREATE SCHEMA a; CREATE TABLE a.t (x int); CREATE SCHEMA b; CREATE TABLE b.t (x int)',
  )
  const plan = async (...flags: string[]) => {
    const words = ['plan', '--database', target.database, '--schema', 'two.sql', '--json', '--no-rehearsal']
    const { stdout, exitCode } = await project.trueup(...words, ...flags)
    const { steps, questions } = JSON.parse(stdout)
    return { exitCode, sql: steps.map(({ sql }: { sql: string }) => sql).join('\n'), questions }
  }
  const one = await plan('--schemas', 'a')
  expect(one.exitCode).toBe(0)
  expect(one.sql).toContain('CREATE TABLE a.t')
  expect(one.sql).not.toContain('b.t')
  const whole = await plan('--schemas', '*')
  expect(whole.exitCode).toBe(4)
  const asked = whole.questions.map(({ object }: { object: string }) => object)
  expect(asked).toEqual(expect.arrayContaining(['schema:other', 'table:other.kept', 'table:public.users']))
})
