import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from '../../engine/test/support/repository.ts'
import { runCli } from '../../engine/test/support/run-cli.ts'
import type { TestDatabase } from '../../engine/test/support/server-access.ts'
import { sharedServer } from '../../engine/test/support/shared-server.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { schemaSql } from '../test/domain/schema-sql.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await (await sharedServer(15)).createDatabase()
  await query(schemaSql())
})
afterAll(() => database?.drop())

async function query(sql: string): Promise<void> {
  const session = await connectUrl(database.url)
  await session.query(sql).finally(() => session.close())
}

const tool = (name: string, ...words: readonly string[]) =>
  runCli(['node', join(repository, 'engine/bin/trueup-run.js'), `backend/tools/${name}.ts`, ...words], {
    cwd: repository,
    env: { DATABASE_URL: database.url },
  })

test('a market needs somebody: it says to seed first', async () => {
  const { exitCode, stderr } = await tool('market', '--seconds', '1')
  expect(stderr).toContain('error[MARKET-EMPTY]')
  expect(stderr).toContain('npm run seed')
  expect(exitCode).toBe(1)
})

test('production is neither seeded nor traded on', async () => {
  const seeding = await tool('seed', '--env', 'production')
  expect(seeding).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('SEED-PRODUCTION') })
  const trading = await tool('market', '--env', 'production')
  expect(trading).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('MARKET-PRODUCTION') })
})

test('what is no number is refused as a usage', async () => {
  const { exitCode, stderr } = await tool('seed', '--scale', 'much', '--lang', 'ko')
  expect(stderr).toContain('오류[USAGE-NUMBER]: 옵션 "--scale"')
  expect(exitCode).toBe(2)
})

test('a seeded market works, and its invariants hold', async () => {
  expect(await tool('seed', '--scale', '0.05')).toMatchObject({ exitCode: 0, stderr: '' })
  const again = await tool('seed', '--scale', '0.05')
  expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('SEED-NOT-EMPTY') })
  const { exitCode, stdout } = await tool('market', '--seconds', '2', '--clients', '2', '--json')
  const report = JSON.parse(stdout)
  expect(report.all).toMatchObject({ errors: 0 })
  expect(report.invariants).toHaveLength(15)
  expect(exitCode).toBe(0)
})

test('an invariant that does not hold is named with its rows, for people and programs', async () => {
  await query('UPDATE users SET credit_balance = credit_balance + 1 WHERE id IN (7, 9)')
  const people = await tool('check-invariants', '--lang', 'en')
  expect(people.stdout).toContain('✗ I1  balance = sum of the ledger: 2 rows of users, such as id 7, 9')
  expect(people.stdout).toContain('1 of 15 invariants does not hold')
  expect(people.exitCode).toBe(3)
  const programs = await tool('check-invariants', '--json')
  expect(JSON.parse(programs.stdout)).toMatchObject({
    holds: false,
    invariants: expect.arrayContaining([
      expect.objectContaining({ id: 'I1', breaches: 2, examples: [7, 9] }),
    ]),
  })
})

test('help says what a tool takes, and an unknown option where to look', async () => {
  expect((await tool('market', '--help')).stdout).toMatch(/--rate <number> +operations a second/)
  const { exitCode, stderr } = await tool('market', '--speed')
  expect(stderr).toContain('"npm run market --" has no option "--speed"')
  expect(exitCode).toBe(2)
})
