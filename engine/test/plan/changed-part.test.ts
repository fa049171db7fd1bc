import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import type { ServerAccess } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'

/** Long enough to be remembered statement by statement. */
const script = (columns: string) =>
  Array.from({ length: 30 }, (_, i) => [
    `CREATE TABLE t${i} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${i === 2 ? columns : 'name text'},
      parent bigint REFERENCES t${Math.floor(i / 10)});`,
    `CREATE INDEX t${i}_name ON t${i} (name);`,
    ...Array.from({ length: 10 }, (_, n) => `COMMENT ON TABLE t${i} IS 'the ${n + 1}. edition';`),
  ])
    .flat()
    .join('\n')

const project = makeProject({ 'schema.sql': script('name text') })
let server: ServerAccess
beforeAll(async () => {
  server = await sharedServer(17)
})
afterAll(() => project.remove())

test('of a long script, what changes is made anew, with what refers to it', async () => {
  const { url, drop } = await server.createDatabase()
  const words = ['--database', url, '--schema', 'schema.sql']
  const apply = (...more: string[]) => project.trueup('apply', ...words, '--yes', ...more)
  const first = await apply()
  expect(first.exitCode, first.stderr).toBe(0)
  const write = (columns: string) => project.write('schema.sql', script(columns))

  write('name varchar(40) NOT NULL, added integer DEFAULT 1')
  const changed = await apply()
  expect(changed.exitCode, changed.stderr).toBe(0)
  expect((await project.trueup('verify', ...words)).exitCode).toBe(0)

  write('name text')
  const plan = await project.trueup('plan', ...words, '--accept', 'drops', '--drops', 'now', '--json')
  expect(plan.exitCode, plan.stderr).toBe(0)
  const { steps } = JSON.parse(plan.stdout)
  const targets = new Set(steps.map(({ target }: { target: string }) => target))
  expect(targets).toEqual(new Set(['column:public.t2.name', 'column:public.t2.added']))

  write('name text, broken nonsense')
  const broken = await apply()
  expect(broken.exitCode).not.toBe(0)
  expect(broken.stderr).toContain('schema.sql:27')
  await drop()
})
