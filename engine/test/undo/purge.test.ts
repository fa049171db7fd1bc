import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { purge } from '../../src/cli/commands/purge.ts'
import { undo } from '../../src/cli/commands/undo.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const partition = 'CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);'
const project = makeProject({
  'all.sql': `CREATE TABLE logs (day int NOT NULL, note text) PARTITION BY RANGE (day); ${partition}`,
  'less.sql': `CREATE TABLE logs (day int NOT NULL) PARTITION BY RANGE (day); ${partition}`,
  'apart.sql': `CREATE TABLE logs (day int NOT NULL) PARTITION BY RANGE (day); CREATE TABLE logs_1 (day int NOT NULL);`,
  'alone.sql': `CREATE TABLE logs (day int NOT NULL) PARTITION BY RANGE (day);`,
})
afterAll(project.remove)

let target: TestTarget
const expectOk = async (command: Command, schema?: string, word?: string) => {
  const flags = { database: target.database, yes: true, accept: ['drops'] }
  const outcome = await runInProcess(
    command,
    project.folder,
    schema === undefined ? flags : { ...flags, schema: [schema] },
    word,
  )
  expect(outcome.exitCode, `${outcome.error} ${outcome.notes}`).toBe(0)
}

beforeEach(async () => {
  target = await openTarget('embedded')
  await expectOk(create, 'all.sql')
  await target.query(`INSERT INTO logs VALUES (1, 'one')`)
  await expectOk(apply, 'less.sql')
})
afterEach(() => target.drop())

test.each([
  ['is a table of its own', 'apart.sql'],
  ['is parked itself', 'alone.sql'],
])('a partition that %s loses its copy of a parked column as well', async (_, schema) => {
  await expectOk(apply, schema)
  await expectOk(purge, undefined, 'public.logs.note')
  expect(
    await target.query(`SELECT attrelid::regclass FROM pg_attribute WHERE attname ~ '^trueup_parked_'`),
  ).toEqual([])
  await expectOk(undo)
  await expectOk(verify, 'less.sql')
  expect(await target.query('SELECT * FROM logs')).toEqual([['1']])
})
