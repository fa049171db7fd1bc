import { afterAll, expect, test } from 'vitest'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { sharedServer } from '../support/shared-server.ts'
import { startPair } from '../support/standby.ts'
import { openTarget, targetNames } from '../support/targets.ts'

const project = makeProject({
  'old.sql': 'CREATE TABLE users (id int PRIMARY KEY);',
  'new.sql': 'CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE likes (id int);',
})
afterAll(project.remove)

const flags = (database: string, env: string, schema = 'new.sql'): Flags => ({
  ...{ database, env, schema: [schema], yes: true, 'no-rehearsal': true },
})

test.each(targetNames)('the database of another environment is noticed, %s', async (name) => {
  const target = await openTarget(name)
  const run = (command: typeof apply, more: Flags) =>
    runInProcess(command, project.folder, { ...flags(target.database, 'development'), ...more })
  expect(await run(create, { env: 'production', schema: ['old.sql'] })).toMatchObject({ exitCode: 0 })
  for (const command of [plan, apply, create])
    expect((await run(command, {})).error).toBe(
      'TARGET-ENVIRONMENT: this command runs for development, and this database belongs to production',
    )
  expect((await run(apply, { reassign: 'staging' })).error).toMatch(/^TARGET-REASSIGN/)
  expect(await run(apply, { reassign: 'development' })).toMatchObject({ exitCode: 0 })
  expect(await run(plan, {})).toMatchObject({ exitCode: 0 })
  expect((await run(plan, { env: 'production' })).error).toMatch(/^TARGET-ENVIRONMENT/)
  await target.drop()
})

test('a copy is another database', async () => {
  const server = await sharedServer(17)
  const original = await server.createDatabase()
  expect(
    await runInProcess(create, project.folder, flags(original.url, 'production', 'old.sql')),
  ).toMatchObject({ exitCode: 0 })
  const copy = `${original.name}_copy`
  await server.execute(`CREATE DATABASE "${copy}" TEMPLATE "${original.name}"`)
  const url = original.url.replace(original.name, copy)
  expect(await runInProcess(apply, project.folder, flags(url, 'development'))).toMatchObject({ exitCode: 0 })
  await server.execute(`DROP DATABASE "${copy}"`)
  await original.drop()
})

test('a plan that was made for another environment is refused, on the command line too', async () => {
  const target = await openTarget(16)
  const words = ['--database', target.database, '--schema', 'new.sql', '--no-rehearsal']
  const made = await project.trueup('plan', '--env', 'staging', '--out', 'plan.json', ...words)
  expect(made.exitCode).toBe(0)
  const run = (...more: readonly string[]) =>
    project.trueup('apply', ...more, '--yes', '--no-rehearsal', '--database', target.database)
  const refused = await run('plan.json', '--env', 'production')
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('error[PLAN-OTHER-DATABASE]'),
  })
  expect(await run('plan.json', '--env', 'staging')).toMatchObject({ exitCode: 0 })
  const other = await run('--env', 'development', '--schema', 'old.sql')
  expect(other).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('--reassign development') })
  await target.drop()
})

test('a replica takes no changes, and says so', async () => {
  const { primary, standby, stop } = await startPair(17)
  try {
    const database = await primary.createDatabase()
    await runInProcess(create, project.folder, flags(database.url, 'production', 'old.sql'))
    const url = standby.url(database.name)
    await expect
      .poll(() => runInProcess(plan, project.folder, flags(url, 'production')), { timeout: 60_000 })
      .toMatchObject({ exitCode: 0 })
    for (const command of [apply, create])
      expect((await runInProcess(command, project.folder, flags(url, 'production'))).error).toMatch(
        /^TARGET-REPLICA: database ".*" on .* is a replica and takes no changes/,
      )
  } finally {
    await stop()
  }
})
