import { expect, test } from 'vitest'
import { dumpServerSchema, normaliseDump } from '../../engine/test/support/pg-dump.ts'
import { repository } from '../../engine/test/support/repository.ts'
import { runCli } from '../../engine/test/support/run-cli.ts'
import { openTarget } from '../../engine/test/support/targets.ts'

test('migrate makes from nothing what create-tables makes', async () => {
  const [created, migrated] = [await openTarget(18), await openTarget(18)]
  const npm = (script: string, database: string, ...words: string[]) =>
    runCli(['npm', 'run', '-s', script, '--', '--database', database, ...words], { cwd: repository })
  expect(await npm('create-tables', created.database)).toMatchObject({ exitCode: 0 })
  expect(await npm('migrate', migrated.database, '--yes')).toMatchObject({ exitCode: 0 })
  const [one, other] = await Promise.all(
    [created, migrated].map(async ({ database }) => normaliseDump(await dumpServerSchema(database))),
  )
  expect(other).toBe(one)
  expect(await npm('plan', migrated.database, '--exit-code')).toMatchObject({ exitCode: 0 })
  expect(await npm('check-tables', migrated.database)).toMatchObject({ exitCode: 0 })
  await created.drop()
  await migrated.drop()
})
