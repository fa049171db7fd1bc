import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../../engine/src/cli/command.ts'
import { apply } from '../../engine/src/cli/commands/apply.ts'
import { redo, undo } from '../../engine/src/cli/commands/undo.ts'
import type { Flags } from '../../engine/src/cli/flags.ts'
import { closeScratch } from '../../engine/src/sources/scratch/with-scratch.ts'
import { runInProcess } from '../../engine/test/support/in-process.ts'
import { makeProject } from '../../engine/test/support/project.ts'
import { repository } from '../../engine/test/support/repository.ts'
import { startServer } from '../../engine/test/support/server.ts'
import type { Major } from '../../engine/test/support/server-programs.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'

/** For how long tables are locked while a big one and a column of another are parked, come back and go again. */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000,10000000' },
    major: { type: 'string', default: '15' },
  },
})
const project = makeProject({
  'old.sql': `CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, age int NOT NULL);
    CREATE INDEX people_age ON people (age);
    CREATE TABLE letters (id bigint PRIMARY KEY, writer bigint REFERENCES people, body text);`,
  'new.sql': 'CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL);',
})
const loadBefore = load()
const lines: string[] = []
for (const rows of values.rows.split(',').map(Number)) lines.push(...(await measure(rows)))
project.remove()

const heading = `Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, PostgreSQL ${values.major}. Load average ${loadBefore} before and ${load()} after. Command: \`npm run bench:park -- --rows ${values.rows} --major ${values.major}\`.`
const method =
  'Two tables of that many rows. A plan parks one of them and an indexed column of the other; an undo brings both back, a redo parks them again. The longest lock is what the run itself says at its end: from the first statement of a transaction that others had to wait for to its commit, as the server saw it. The undo of a big table also builds the index again, concurrently.'
const table = ['| rows | | whole run, s | longest lock |', '| ---: | --- | ---: | ---: |', ...lines]
await closeScratch()
writeFileSync(
  join(repository, 'bench/results/park.md'),
  `${['# How long parking locks', heading, method, table.join('\n')].join('\n\n')}\n`,
)

async function measure(rows: number): Promise<string[]> {
  const server = await startServer(Number(values.major) as Major, {
    settings: ["shared_buffers = '256MB'", "max_wal_size = '8GB'"],
  })
  const url = server.superuserUrl
  const database = await connectUrl(url)
  await run(apply, url, { schema: ['old.sql'] })
  await database.query(
    `INSERT INTO people SELECT i, 'name ' || i, i % 100 FROM generate_series(1, ${rows}) i`,
  )
  await database.query(`INSERT INTO letters SELECT i, i, 'letter ' || i FROM generate_series(1, ${rows}) i`)
  await database.query('VACUUM ANALYZE people, letters')
  const results: string[] = []
  const accept = ['drop:public.letters', 'drop:public.people.age']
  const steps: readonly (readonly [string, Command, Flags])[] = [
    ['park', apply, { schema: ['new.sql'], accept }],
    ['bring back', undo, { accept: ['backfill:public.people.age=0'] }],
    ['park again', redo, {}],
  ]
  for (const [what, command, flags] of steps) {
    const started = performance.now()
    const longest = await run(command, url, flags)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    results.push(`| ${rows.toLocaleString('en')} | ${what} | ${seconds} | ${longest} |`)
    console.error(results.at(-1))
  }
  await database.close()
  await server.stop('fast')
  return results
}

async function run(command: Command, url: string, flags: Flags): Promise<string> {
  const { exitCode, error, notes } = await runInProcess(command, project.folder, {
    database: url,
    yes: true,
    ...flags,
  })
  if (exitCode !== 0) throw new Error(error ?? `exit code ${exitCode}`)
  return /longer than ([\d.]+ m?s)/.exec(notes)?.[1] ?? ''
}
