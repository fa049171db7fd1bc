import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { redo, undo } from '../../src/cli/commands/undo.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({
  'old.sql': 'CREATE TABLE people (id int);',
  'new.sql': 'CREATE TABLE people (id int, name text);',
})
afterAll(project.remove)

let target: TestTarget
const run = async (command: Command, word?: string, schema?: string) => {
  const flags = { database: target.database, yes: true, 'no-rehearsal': true }
  const outcome = await runInProcess(
    command,
    project.folder,
    schema === undefined ? flags : { ...flags, schema: [schema] },
    word,
  )
  expect(outcome.exitCode, outcome.error).toBe(0)
}
const expectStates = async (states: string, columns: number) => {
  expect((await target.query('SELECT state FROM trueup.runs ORDER BY id')).flat().join(' ')).toBe(states)
  const found = await target.query(`SELECT attname FROM pg_attribute WHERE attrelid = 'people'::regclass
    AND attnum > 0 AND attname !~ '^trueup_parked'`)
  expect(found).toHaveLength(columns)
}

beforeEach(async () => {
  target = await openTarget(18)
  await run(create, undefined, 'old.sql')
  await run(apply, undefined, 'new.sql')
})
afterEach(() => target.drop())

test('an undo of a redo takes back again what that had brought back, however deep', async () => {
  await run(undo)
  await run(redo)
  await expectStates('done done undone done', 2)
  await run(undo, '4')
  await expectStates('done undone done undone done', 1)
  await run(redo)
  await expectStates('done done undone done undone done', 2)
  await run(undo)
  await expectStates('done undone undone undone undone undone done', 1)
  await run(redo)
  await expectStates('done done undone done undone done undone done', 2)
})

test('of what had been taken back before, nothing counts again', async () => {
  await run(undo)
  await run(apply, undefined, 'new.sql')
  await run(undo, '4')
  await expectStates('done undone done undone done', 1)
  await run(redo)
  await expectStates('done undone done done undone done', 2)
})
