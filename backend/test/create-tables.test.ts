import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dumpServerSchema, normaliseDump } from '../../engine/test/support/pg-dump.ts'
import { repository } from '../../engine/test/support/repository.ts'
import { runCli } from '../../engine/test/support/run-cli.ts'
import { openTarget, type TestTarget, targetNames } from '../../engine/test/support/targets.ts'
import { schemaSql } from './domain/schema-sql.ts'

const thirteen = [
  'audit_logs',
  'avatars',
  'bookmarks',
  'error_logs',
  'generations',
  'likes',
  'payment_webhooks',
  'payout_requests',
  'shared_generations',
  'tasks',
  'training_jobs',
  'transactions',
  'users',
]

/** The journal is the engine's own. */
const withoutJournal = ['--exclude-schema=trueup']

describe.each(targetNames)('the scripts on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const npm = (script: string, ...words: string[]) =>
    runCli(['npm', 'run', '-s', script, '--', '--database', target.database, ...words], { cwd: repository })
  const tables = async () =>
    (
      await target.query(`SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
        AND relnamespace = 'public'::regnamespace ORDER BY relname`)
    ).map(([table]) => table)

  test('create-tables makes the thirteen, check-tables agrees, a second run finds them', async () => {
    const missing = await npm('check-tables')
    expect(missing.exitCode).toBe(3)
    expect(missing.stdout).toMatch(/users .* missing/)
    const first = await npm('create-tables')
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stdout).toContain('Created 13 tables')
    expect(await tables()).toEqual(thirteen)
    expect((await npm('create-tables')).stdout).toContain('Nothing to create')
    expect(await npm('check-tables', '--lang', 'ko')).toMatchObject({ exitCode: 0 })
  })

  // each start of the embedded database takes a second or two: one sample there
  const samples = name === 'embedded' ? 1 : 3
  test('create-missing-tables makes up for any tables that are gone', { timeout: 180_000 }, async () => {
    await npm('create-tables')
    for (const gone of fc.sample(fc.subarray(thirteen, { minLength: 1 }), {
      numRuns: samples,
      seed: 20_261_122,
    })) {
      await target.query(gone.map((table) => `DROP TABLE ${table} CASCADE`).join(';'))
      const outcome = JSON.parse((await npm('create-missing-tables', '--json')).stdout)
      expect(outcome.created).toEqual(gone.map((table) => `table:public.${table}`).toSorted())
      // what stayed has lost its foreign keys to what went: that is told, and not mended by stealth
      const lost = outcome.differences.map(({ object }: { object: string }) => object)
      expect(lost.filter((object: string) => !object.startsWith('constraint:'))).toEqual([])
      await target.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public`)
      await npm('create-tables')
    }
  })

  if (name === 'embedded') return // pg_dump connects to a server
  test('pg_dump sees no difference from the plain SQL of the models', async () => {
    await npm('create-tables')
    const made = normaliseDump(await dumpServerSchema(target.database, withoutJournal))
    const other = await openTarget(name)
    await other.query(schemaSql())
    expect(made).toBe(normaliseDump(await dumpServerSchema(other.database, withoutJournal)))
    await other.drop()
  })
})
