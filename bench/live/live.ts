/**
 * Changes a table of two million rows while four clients work on it, and writes what they felt to
 * bench/results/live.md. `npm run bench:live -- --rows 200000 --majors 18 --only 'add an index'` does less.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startServer, type TestServer } from '../../engine/test/support/server.ts'
import type { Major } from '../../engine/test/support/server-programs.ts'
import { describeMachine, load as machineLoad } from '../create/machine.ts'
import type { Program } from '../create/measured-run.ts'
import { installPeers } from '../create/peers.ts'
import { installPython } from '../diff/install-python.ts'
import { type LiveChange, liveChanges, seed } from './changes.ts'
import { startLoad } from './load.ts'
import { type Felt, felt } from './measure.ts'
import { type LiveTool, liveTools } from './tools.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    majors: { type: 'string', default: '15,18' },
    only: { type: 'string' },
    tool: { type: 'string' },
    output: { type: 'string', default: join(import.meta.dirname, '../results/live.md') },
  },
})
const rows = Number(values.rows)
const asked = liveChanges.filter(({ name }) => values.only === undefined || name.includes(values.only))
const progress = (line: string) => console.error(line)
await installPeers(progress)
await installPython(progress)
const tools = liveTools().filter(({ name }) => values.tool === undefined || name.includes(values.tool))
const lines = [
  '# Changing a live table',
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; load average ${machineLoad()} before. ${rows} rows, two writers and two readers with a pause of 2 ms between statements. Command: \`npm run bench:live -- --rows ${rows} --majors ${values.majors}\`.`,
  '',
  'Longest: the longest any client waited for an answer, before the change and while it was made. Slow: the share of time in which fewer than half of the usual statements were answered.',
  ...tools.flatMap(({ missing }) => (missing === undefined ? [] : ['', `Left out: ${missing}.`])),
]
for (const major of values.majors.split(',')) {
  const server = await startServer(Number(major) as Major)
  await prepare(server)
  lines.push(
    '',
    `## PostgreSQL ${major}`,
    '',
    '| change | tool | longest before | longest | slow | total |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  )
  for (const change of asked)
    for (const tool of tools) {
      if (tool.missing !== undefined) continue
      const measured = await measure(change, tool, server)
      if (!measured) {
        lines.push(`| ${change.name} | ${tool.name} | – | – | – | no way without asking or losing |`)
        continue
      }
      const { longestBefore, longest, slowShare, total, failure } = measured
      const cells = [
        change.name,
        failure === undefined ? tool.name : `${tool.name} (${failure})`,
        `${longestBefore.toFixed(0)} ms`,
        `${longest.toFixed(0)} ms`,
        `${(100 * slowShare).toFixed(0)} %`,
        `${(total / 1000).toFixed(1)} s`,
      ]
      lines.push(`| ${cells.join(' | ')} |`)
      console.error(lines.at(-1))
    }
  await server.stop('fast')
}
mkdirSync(dirname(values.output), { recursive: true })
writeFileSync(values.output, `${lines.join('\n')}\n`)

async function prepare(server: TestServer): Promise<void> {
  await sql(server, 'postgres', 'CREATE DATABASE base')
  await sql(server, 'base', liveChanges[0]!.before)
  for (const statement of seed(rows).split(';')) await sql(server, 'base', statement)
}

async function measure(
  change: LiveChange,
  tool: LiveTool,
  server: TestServer,
): Promise<(Felt & { readonly failure: string | undefined }) | undefined> {
  await sql(server, 'postgres', 'DROP DATABASE IF EXISTS live')
  await sql(server, 'postgres', 'CREATE DATABASE live TEMPLATE base')
  await sql(server, 'postgres', 'CHECKPOINT')
  const url = server.url('live')
  const program = tool.program(change, url, mkdtempSync(join(tmpdir(), 'live-')))
  if (!program) return undefined
  const before = await shapeOf(server)
  const load = await startLoad(url, rows)
  await pause(3_000)
  const from = performance.now() - 2_500
  const start = performance.now()
  const exitCode = await run(program)
  const end = performance.now()
  const result = felt(load.answers(), from, start, end)
  await load.stop()
  const hasChanged = (await shapeOf(server)) !== before
  return {
    ...result,
    failure: exitCode !== 0 ? `failed: exit ${exitCode}` : hasChanged ? undefined : 'changed nothing',
  }
}

/** What a change shows in: one that asks, and takes no answer for no, ends well all the same. */
function shapeOf(server: TestServer): Promise<string> {
  return sql(
    server,
    'live',
    `SELECT (SELECT json_agg(json_build_array(attname, atttypid::regtype, attnotnull, atthasdef, attisdropped) ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = 'events'::regclass)::text
      || (SELECT json_agg(pg_get_constraintdef(oid) ORDER BY oid) FROM pg_constraint WHERE conrelid = 'events'::regclass)::text
      || (SELECT json_agg(pg_get_indexdef(indexrelid) ORDER BY indexrelid) FROM pg_index WHERE indrelid = 'events'::regclass)::text`,
  ).then((rows) => Object.values(rows[0] ?? {}).join())
}

function run({ command: [program = '', ...args], cwd, env }: Program): Promise<number | null> {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    const child = spawn(program, args, { stdio: [...stdio], cwd, env: { ...process.env, ...env } })
    let said = ''
    child.stderr.on('data', (part) => {
      said += part
    })
    child.on('close', (code) => {
      if (code !== 0) console.error(said)
      resolve(code)
    })
  })
}

async function sql(
  server: TestServer,
  database: string,
  statement: string,
): Promise<Readonly<Record<string, string>>[]> {
  const client = new pg.Client(server.url(database))
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows
}
