import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import type { CliResult } from '../support/run-cli.ts'
import { mostly, openTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

const password = 'hunter2-and-more'

const schema = (option: string) => `
  CREATE FOREIGN DATA WRAPPER w;
  CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'elsewhere');
  CREATE USER MAPPING FOR postgres SERVER s OPTIONS (user 'app', password '${option}');`

/** What of all that a run said or left behind in the project holds the password, the models themselves aside. */
function traces(...results: readonly CliResult[]): string[] {
  const cache = join(project.folder, 'node_modules', '.cache')
  const files = [project.folder, cache].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && entry.name !== 'schema.sql' && !entry.parentPath.includes('pglite'),
          )
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((file) => readFileSync(file).includes(password))
      : [],
  )
  const said = results.flatMap(({ stdout, stderr }) => [stdout, stderr])
  return [...said.filter((text) => text.includes(password)), ...files]
}

test.each(mostly(14, 18))(
  'a password reaches the server %s and nothing else',
  async (major) => {
    const target = await openTarget(major)
    const run = (...words: string[]) => project.trueup(...words, '--database', target.database)
    const wish = ['--schema', 'schema.sql']
    project.write('schema.sql', schema(password))
    const stored = () => target.query(`SELECT umoptions::text FROM pg_user_mappings`)

    const plan = await run('plan', ...wish, '--json', '--out', 'plan.json')
    const script = await run('plan', ...wish, '--sql')
    const fromFile = await project.trueup('apply', 'plan.json', '--database', target.database, '--yes')
    expect(fromFile.stderr).toContain('error[SECRET-UNKNOWN]')
    expect(await stored()).toEqual([])

    const applied = await run('apply', ...wish, '--yes')
    expect(applied).toMatchObject({ exitCode: 0 })
    expect(await stored()).toEqual([[`{user=app,password=${password}}`]])

    const other = `${password}-2`
    project.write('schema.sql', schema(other))
    const changed = await run('apply', ...wish, '--yes', '--json')
    expect(changed).toMatchObject({ exitCode: 0 })
    expect(await stored()).toEqual([[`{user=app,password=${other}}`]])

    expect(traces(plan, script, fromFile, applied, changed)).toEqual([])
    const journal = await target.query(
      `SELECT s::text FROM trueup.steps s UNION ALL SELECT r::text FROM trueup.runs r`,
    )
    expect(JSON.stringify(journal)).not.toContain(password)
    await target.drop()
  },
  600_000,
)
