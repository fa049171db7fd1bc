import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({
  'schema.sql': `
    CREATE TABLE users (id int PRIMARY KEY, nickname text, born date);
    CREATE TABLE likes (id int PRIMARY KEY, user_id int REFERENCES users);`,
})
afterAll(project.remove)

describe.each(mostly('embedded', 16))('a plan file for %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
    await target.query(`
      CREATE TABLE users (id int PRIMARY KEY, nick text, age int);
      INSERT INTO users VALUES (1, 'ada', 36)`)
    const decisions = ['--accept', 'rename:public.users.nick=nickname', '--accept', 'drop:public.users.age']
    const words = [
      '--database',
      target.database,
      '--schema',
      'schema.sql',
      '--out',
      'plan.json',
      '--no-rehearsal',
    ]
    const { exitCode, stderr } = await project.trueup('plan', ...words, ...decisions)
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('Saved to plan.json'),
    })
  })
  afterEach(() => target.drop())

  const apply = (file = 'plan.json', ...words: string[]) =>
    project.trueup('apply', file, '--database', target.database, '--yes', '--no-rehearsal', ...words)

  test('runs exactly that plan, also when something else has changed, and once only', async () => {
    await target.query('CREATE TABLE unrelated (a int); INSERT INTO users VALUES (2, NULL, NULL)')
    expect(await apply()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('of plan.json') })
    expect(await target.query('SELECT id, nickname, born FROM users ORDER BY id')).toEqual([
      ['1', 'ada', null],
      ['2', null, null],
    ])
    expect(await apply()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing to do') })
  })

  test.each([
    [
      'a column it drops has another type',
      'ALTER TABLE users ALTER COLUMN age TYPE bigint',
      'column:public.users.age is not as it was',
    ],
    [
      'a view stands on a table it changes',
      'CREATE VIEW v AS SELECT nick FROM users',
      'view:public.v is new',
    ],
    ['a table it makes is there', 'CREATE TABLE likes (a int)', 'table:public.likes is new'],
  ])('is refused when %s', async (_, change, complaint) => {
    await target.query(change)
    const { exitCode, stderr } = await apply()
    expect(exitCode).toBe(1)
    expect(stderr).toContain('error[PLAN-STALE]')
    expect(stderr).toContain(complaint)
    expect(await target.query('SELECT nick FROM users')).toEqual([['ada']])
  })

  test('is refused when it was edited, and for another database', async () => {
    const text = readFileSync(join(project.folder, 'plan.json'), 'utf8')
    expect(text).not.toMatch(/postgres(?:ql)?:\/\//)
    project.write('edited.json', text.replace('RENAME COLUMN age', 'RENAME COLUMN id'))
    expect(await apply('edited.json')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('error[PLAN-FILE-DAMAGED]'),
    })
    project.write('layout.json', JSON.stringify(JSON.parse(text)))
    const other = await project.trueup('apply', 'layout.json', '--database', 'elsewhere', '--yes')
    expect(other).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('error[PLAN-OTHER-DATABASE]'),
    })
  })
})

test.each([
  ['no file', 'none.json', '', 'PLAN-FILE-UNREADABLE'],
  ['no JSON', 'a.json', '{', 'PLAN-FILE-DAMAGED'],
  ['no plan', 'b.json', '{"steps": []}', 'PLAN-FILE-DAMAGED'],
])('%s is no plan', async (_, file, text, code) => {
  if (text !== '') project.write(file, text)
  const { exitCode, stderr } = await project.trueup('apply', file, '--database', 'data', '--yes')
  expect(exitCode).toBe(1)
  expect(stderr).toContain(`error[${code}]`)
})
