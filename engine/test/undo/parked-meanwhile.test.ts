import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { redo, undo } from '../../src/cli/commands/undo.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const moods = `CREATE TYPE mood AS ENUM ('sad', 'glad', 'odd');`
const fewer = `CREATE TYPE mood AS ENUM ('sad', 'glad');`
const notes = `CREATE TABLE notes (id int PRIMARY KEY, body text);`
const people = (columns: string) => `CREATE TABLE people (id int PRIMARY KEY, now mood${columns});`

const project = makeProject({
  'all.sql': `${moods} ${people(`, was mood NOT NULL DEFAULT 'odd', all_of_them mood[]`)} ${notes}`,
  'less.sql': `${moods} ${people('')}`,
  'renamed.sql': `${moods} CREATE TABLE users (id int PRIMARY KEY, now mood); ${notes}`,
  'few.sql': `${fewer} ${people('')} ${notes}`,
  'fewer.sql': `${fewer} ${people('')} CREATE TABLE notes (id int PRIMARY KEY, other int);`,
})
afterAll(project.remove)

describe.each(mostly('embedded', 14))('while something is parked, on %s', (name) => {
  let target: TestTarget
  const run = (command: Command, flags: Flags = {}, word?: string) =>
    runInProcess(
      command,
      project.folder,
      { database: target.database, yes: true, accept: ['drops'], ...flags },
      word,
    )
  const expectOk = async (...words: Parameters<typeof run>) => {
    const { exitCode, error, notes } = await run(...words)
    expect(exitCode, `${error} ${notes}`).toBe(0)
  }
  const values = () => target.query('SELECT * FROM people p, notes n ORDER BY p.id')
  const start = [['1', 'sad', 'odd', '{odd,glad}', '1', 'one']]

  beforeEach(async () => {
    target = await openTarget(name)
    await expectOk(create, { schema: ['all.sql'] })
    await target.query(
      `INSERT INTO people VALUES (1, 'sad', 'odd', '{odd,glad}'); INSERT INTO notes VALUES (1, 'one')`,
    )
    await expectOk(apply, { schema: ['less.sql'] })
    await expectOk(apply, { schema: ['fewer.sql'] })
    await target.query('INSERT INTO notes VALUES (1, 11)')
  })
  afterEach(() => target.drop())

  test('its type may be made anew, and its name taken: run by run everything comes back', async () => {
    await expectOk(undo)
    await expectOk(undo)
    expect(await values()).toEqual(start)
    await expectOk(verify, { schema: ['all.sql'] })
  })

  test('what is parked in the very run that makes its type anew comes back as well', async () => {
    await expectOk(undo)
    await expectOk(undo)
    await expectOk(apply, { schema: ['few.sql'] })
    await expectOk(verify, { schema: ['few.sql'] })
    await expectOk(undo)
    expect(await values()).toEqual(start)
    await expectOk(verify, { schema: ['all.sql'] })
    await expectOk(redo)
    await expectOk(verify, { schema: ['few.sql'] })
    await expectOk(undo)
    expect(await values()).toEqual(start)
  })

  test('its table may have got another name in the same run', async () => {
    await expectOk(undo)
    await expectOk(undo)
    await expectOk(apply, { schema: ['renamed.sql'], accept: ['drops', 'rename:public.people=users'] })
    await expectOk(undo)
    expect(await values()).toEqual(start)
    await expectOk(verify, { schema: ['all.sql'] })
  })

  test('all at once, what has its name is asked about, and its values follow the type', async () => {
    const refused = await run(undo, {}, '2')
    expect(refused.error).toMatch(/^PLAN-UNDECIDED/)
    await expectOk(undo, { accept: ['drops', 'keep:table:public.notes'] }, '2')
    expect(await values()).toEqual([[...start[0]!.slice(0, 4), '1', '11']])
  })
})
