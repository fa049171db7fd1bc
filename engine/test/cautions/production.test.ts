import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listBackups } from '../../src/backup/read/list-backups.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { purge } from '../../src/cli/commands/purge.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const files = {
  'old.sql': `CREATE TABLE users (id int PRIMARY KEY, age int);
    CREATE TABLE likes (id int PRIMARY KEY, user_id int REFERENCES users);
    CREATE TABLE calm (id int);`,
  'new.sql': `CREATE TABLE users (id int PRIMARY KEY);
    CREATE TABLE likes (id int PRIMARY KEY, user_id int REFERENCES users);
    CREATE TABLE calm (id int);`,
}

describe.each(mostly('embedded', 16))('a plan with losses in production, %s', (name) => {
  let target: TestTarget
  let project: TestProject
  let database: string
  beforeEach(async () => {
    project = makeProject(files)
    target = await openTarget(name)
    database = target.database.slice(target.database.lastIndexOf('/') + 1).replace(/\?.*/, '')
    await runInProcess(create, project.folder, flags({ schema: ['old.sql'] }))
    await target.query('INSERT INTO users VALUES (1, 36), (2, NULL); SELECT 1')
  })
  afterEach(async () => {
    await target.drop()
    project.remove()
  })

  const flags = (more: Flags): Flags => ({
    database: target.database,
    env: 'production',
    schema: ['new.sql'],
    accept: ['drop:public.users.age'],
    drops: 'now',
    yes: true,
    'no-rehearsal': true,
    ...more,
  })
  const run = (more: Flags = {}) => runInProcess(apply, project.folder, flags(more))
  const ages = () => target.query('SELECT age FROM users ORDER BY id')
  const backups = () => listBackups(join(project.folder, 'backups'))

  test('--yes alone does not do, nor does another name', async () => {
    expect((await run()).error).toBe(
      'TARGET-UNCONFIRMED: in production a plan that loses something needs the name of the database',
    )
    expect((await run({ 'confirm-database': 'elsewhere' })).error).toMatch(
      `TARGET-UNCONFIRMED: --confirm-database says "elsewhere", and this database is "${database}"`,
    )
    expect(await ages()).toEqual([['36'], [null]])
    expect(await backups()).toEqual([])
  })

  test('is told, backed up with its tables, pinned to the run, and carried out', async () => {
    const ran = await run({ 'confirm-database': database })
    expect(ran).toMatchObject({ exitCode: 0 })
    expect(ran.notes).toMatch(/^caution: there is no backup of the whole database/)
    expect(ran.notes).toContain('this loses column public.users.age: 1 value')
    const [[token] = []] = await target.query('SELECT token FROM trueup.runs ORDER BY id DESC LIMIT 1')
    const [backup] = await backups()
    expect(backup).toMatchObject({ kind: 'complete', pinned: true, manifest: { pin: { run: token } } })
    const tables = backup?.kind === 'complete' ? backup.manifest.tables : []
    expect(tables.map(({ table, rows }) => [table, rows])).toEqual([['public.users', 2]])
  })

  test('goes without a backup only when that is typed, and not at all when it cannot be made', async () => {
    writeFileSync(join(project.folder, 'backups'), 'no folder')
    expect((await run({ 'confirm-database': database })).error).toMatch(/^BACKUP-/)
    expect(await ages()).toEqual([['36'], [null]])
    const ran = await run({ 'confirm-database': database, 'no-backup': true, to: 'elsewhere' })
    expect(ran).toMatchObject({ exitCode: 0, notes: expect.stringContaining('Without a backup') })
    expect(existsSync(join(project.folder, 'elsewhere'))).toBe(false)
  })

  test('what is parked is backed up until a purge, which wants the name', async () => {
    expect(await run({ drops: 'park' })).toMatchObject({ exitCode: 0 })
    expect(await backups()).toMatchObject([{ kind: 'complete', pinned: true }])
    const all = { database: target.database, env: 'production', 'older-than': '0s', yes: true }
    expect((await runInProcess(purge, project.folder, all)).error).toMatch(/^TARGET-UNCONFIRMED/)
    const purged = await runInProcess(purge, project.folder, { ...all, 'confirm-database': database })
    expect(purged).toMatchObject({ exitCode: 0 })
    expect(await backups()).toMatchObject([{ kind: 'complete', pinned: false }])
  })

  test('elsewhere than in production nobody is asked twice', async () => {
    const free = makeProject(files)
    await target.query(`UPDATE trueup.journal SET environment = 'staging'; SELECT 1`)
    const ran = await runInProcess(apply, free.folder, flags({ env: 'staging' }))
    expect(ran).toMatchObject({ exitCode: 0 })
    expect(readdirSync(free.folder)).not.toContain('backups')
    free.remove()
  })
})

test('somebody at a terminal types the name', async () => {
  const project = makeProject(files)
  const target = await openTarget(16)
  const database = new URL(target.database).pathname.slice(1)
  await target.query(`${files['old.sql']} INSERT INTO users VALUES (1, 36); SELECT 1`)
  const words = ['apply', '--database', target.database, '--env', 'production', '--schema', 'new.sql']
  const decided = ['--accept', 'drop:public.users.age', '--drops', 'now', '--no-rehearsal']
  const run = project.startTerminal([...words, ...decided])
  await run.printed('Type the name of the')
  run.type(`${database}\r`)
  const { exitCode, stdout } = await run.finished
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Applied 1 step'),
  })
  await target.drop()
  project.remove()
})
