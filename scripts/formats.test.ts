import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitCodes } from '../engine/src/errors/exit-codes.ts'
import { makeProject, type TestProject } from '../engine/test/support/project.ts'
import { openTarget, type TestTarget } from '../engine/test/support/targets.ts'
import { contentOf } from './architecture/source-files.ts'
import { keyPaths } from './documents/key-paths.ts'
import { codeBlocks, tableRows } from './documents/markdown.ts'

const formats = contentOf('docs/formats.md')
const plain = (cell: string | undefined) => cell?.replaceAll('`', '')

test('exit codes are those that are documented', () => {
  const documented = tableRows(formats, 'Exit codes').map(([code, name]) => [plain(name), Number(code)])
  expect(Object.fromEntries(documented)).toEqual(exitCodes)
})

test('every variable is documented, and the READMEs name the same', () => {
  const documented = tableRows(formats, 'Environment variables')
    .map(([name]) => plain(name))
    .sort()
  const example = [...contentOf('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(documented).toEqual([...example, 'TRUEUP_LANG'].sort())
  expect(
    tableRows(contentOf('README.md'), 'Settings')
      .map(([name]) => plain(name))
      .sort(),
  ).toEqual(documented)
  expect(
    tableRows(contentOf('README.ko.md'), '설정')
      .map(([name]) => plain(name))
      .sort(),
  ).toEqual(documented)
})

describe('JSON', () => {
  const examples = codeBlocks(formats).filter(({ language }) => language === 'json')
  const documented = examples.map(({ text }) => JSON.parse(text))
  const exampleOf = (command: string) => documented.find((example) => example.command === command)
  let project: TestProject
  let target: TestTarget

  beforeAll(async () => {
    project = makeProject({
      'models.ts': `
        import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
        import { extend } from 'trueup/models'
        export const users = pgTable('users', { age: integer('age'), email: text('email') }, (t) => [
          index('users_email_ix').on(t.email),
        ])
        export const usersExtras = extend(users, { label: { en: 'Users', ko: '사용자' } })`,
      'trueup.config.ts': `export default { schema: 'models.ts' }`,
    })
    target = await openTarget(15)
  })
  afterAll(async () => {
    project.remove()
    await target.drop()
  })

  const run = async (...words: readonly string[]) => {
    const { stdout } = await project.trueup(...words, '--json')
    return JSON.parse(stdout)
  }
  const paths = (value: unknown, without: RegExp) => keyPaths(value).filter((path) => !without.test(path))

  test('of create and verify has the documented names', async () => {
    const created = await run('create', '--database', target.database)
    expect(paths(created, /^(tables\[\]|place)/)).toEqual(paths(exampleOf('create'), /^place/))
    await target.query('DROP INDEX users_email_ix; ALTER TABLE users ALTER age TYPE bigint')
    const verified = await run('verify', '--database', target.database)
    expect(paths(verified, /^place/)).toEqual(paths(exampleOf('verify'), /^place/))
    expect(verified.tables[0].differences).toEqual(exampleOf('verify').tables[0].differences)
    expect(verified.drift.objects).toEqual(exampleOf('verify').drift.objects)
    const drifted = await run('drift', '--database', target.database)
    expect(paths(drifted, /^place/)).toEqual(paths(exampleOf('drift'), /^place/))
    expect(drifted.changes).toEqual(exampleOf('drift').changes)
  })

  test('of a plan has the documented names', async () => {
    const { database, query, drop } = await openTarget(15)
    await query(`CREATE TABLE users (age int, email text, old int); CREATE INDEX users_email_ix ON users (email);
      INSERT INTO users (old) SELECT g FROM generate_series(1, 20) g`)
    const planned = await run(
      'plan',
      ...['--database', database, '--accept', 'drop:public.users.old', '--drops', 'now'],
    )
    const varying = /^(place|summary\.hazards)/
    expect(paths(planned, varying)).toEqual(paths(exampleOf('plan'), varying))
    await drop()
  })

  test('of the doctor has the documented names', async () => {
    const examined = await run('doctor', '--database', 'postgresql://somebody@localhost:1/nothing')
    const example = exampleOf('doctor')
    expect(keyPaths(examined)).toEqual(expect.arrayContaining(paths(example, /^findings\[\]\.facts\./)))
    expect(Object.keys(examined)).toEqual(Object.keys(example))
    expect(examined).toMatchObject({ healthy: false })
  })

  test('of an error has the documented names', async () => {
    const { database } = await emptyTarget()
    const failed = await run(
      'create',
      '--env',
      'production',
      '--reassign',
      'production',
      '--database',
      database,
    )
    expect(failed).toEqual(documented.find((example) => 'error' in example))
  })

  async function emptyTarget(): Promise<TestTarget> {
    await target.query('DROP TABLE users')
    return target
  }
})
