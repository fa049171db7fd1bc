import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { redo, undo } from '../../src/cli/commands/undo.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

/** What a parked column keeps besides its values leaves its names to others: defaults, sequences, NOT NULL. */
const kinds = {
  plain: ['', `s bigserial, n int NOT NULL DEFAULT 7, k int GENERATED ALWAYS AS IDENTITY UNIQUE`],
  partitioned: ['PARTITION BY LIST (id)', `s bigint NOT NULL DEFAULT 1, n int NOT NULL DEFAULT 7`],
} as const

describe.each(mostly('embedded', 14, 18))('a column that is parked, on %s,', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    'leaves its name to another one: %s',
    async (kind) => {
      const [partitioning, columns] = kinds[kind]
      const table = (list: string) =>
        `CREATE TABLE t (id int${list && `, ${list}`}) ${partitioning};` +
        (partitioning &&
          'CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t DEFAULT;')
      const project = makeProject({ 'all.sql': table(columns), 'none.sql': table('') })
      afterAll(project.remove)
      const run = async (command: Command, schema?: string) => {
        const flags = {
          database: target.database,
          yes: true,
          accept: ['drops'],
          ...(schema && { schema: [schema] }),
        }
        const { exitCode, error, notes } = await runInProcess(command, project.folder, flags)
        expect(exitCode, `${error} ${notes}`).toBe(0)
      }
      await run(create, 'all.sql')
      await target.query('INSERT INTO t (id, n) VALUES (1, 11), (2, 22)')
      await run(apply, 'none.sql')
      await run(apply, 'all.sql')
      await target.query('INSERT INTO t (id, n) VALUES (3, 33)')
      await run(apply, 'none.sql')
      await run(undo)
      await run(verify, 'all.sql')
      expect(await target.query('SELECT id, n FROM t ORDER BY id')).toEqual([
        ['1', '7'],
        ['2', '7'],
        ['3', '33'],
      ])
      await run(undo)
      await run(undo)
      await run(verify, 'all.sql')
      expect(await target.query('SELECT id, n FROM t ORDER BY id')).toEqual([
        ['1', '11'],
        ['2', '22'],
        ['3', '7'],
      ])
      await run(redo)
      await run(verify, 'none.sql')
    },
  )
})
