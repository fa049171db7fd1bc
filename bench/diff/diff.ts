/**
 * Measures plans of `trueup` beside the tools that people use, for schemas of different sizes, and writes the figures
 * to bench/results/diff.md. `npm run bench:diff -- --sizes 100,1000 --rounds 3 --only 'trueup plan, .sql file'`
 * runs less.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../engine/test/support/server.ts'
import { describeMachine, load } from '../create/machine.ts'
import { installPeers } from '../create/peers.ts'
import { contestants } from './contestants.ts'
import { installPython } from './install-python.ts'
import { measureSize, type Result } from './measure.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000,10000' },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '120' },
    only: { type: 'string', multiple: true },
    output: { type: 'string', default: join(import.meta.dirname, '../results/diff.md') },
  },
})
const onProgress = (line: string) => console.error(line)
await installPeers(onProgress)
await installPython(onProgress)
const asked = contestants().filter(({ name }) => (values.only ?? [name]).includes(name))
const able = asked.filter(({ version }) => version !== undefined)
const server = await startServer(15)
const loadBefore = load()
const results: Result[] = []
for (const size of values.sizes.split(',').map(Number)) {
  const left = able.filter(({ name }) => !results.some((one) => one.contestant === name && isOut(one)))
  const options = { rounds: size < 5000 ? Number(values.rounds) : 1, limitSeconds: Number(values.limit) }
  results.push(...(await measureSize(size, left, server, { ...options, onProgress })))
  write()
}
await server.stop('fast')

function isOut({ attempts }: Result): boolean {
  return attempts.some(({ kind }) => kind !== 'done')
}

/** After each size, so that a run that is stopped has not been for nothing. */
function write(): void {
  const absent = asked.filter(({ version }) => version === undefined).map(({ name }) => name)
  const page = report({ heading: heading(), contestants: able, absent, results })
  mkdirSync(dirname(values.output), { recursive: true })
  writeFileSync(values.output, page)
}

function heading(): string[] {
  const date = new Date().toISOString().slice(0, 10)
  return [
    `Measured on ${date}: ${describeMachine()}; PostgreSQL 15 on 127.0.0.1, without waiting for the disk. Load average ${loadBefore} before and ${load()} after: walls are longer than on a quiet machine, processor times less so. Command: \`npm run bench:diff -- --sizes ${values.sizes} --rounds ${values.rounds} --limit ${values.limit}\`.`,
    `Tables of 10 columns with 1 foreign key and 1 index each (bench/diff/many-tables.ts). No-op: the database is what is wanted. One change: one table lacks a column. "over" means more than ${values.limit} s; who was over or failed is not tried at larger sizes. Medians of ${values.rounds} rounds, from 5,000 tables on one round. A no-op of trueup is measured at its second run, a change at the first run after the models were edited.`,
    "CPU is user and system time of the tool's processes, not of the server; memory is the largest of them; round trips are counted by a proxy in a run of their own, after the log-in. drizzle-kit has no command that only plans, so it applies the change, which is then taken back.",
  ]
}
