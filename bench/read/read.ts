/**
 * Measures how long reading a database takes, by its size, and writes the figures to bench/results/read.md.
 * `npm run bench:read -- --tables 100,1000 --rounds 3` runs less.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../engine/test/support/server.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'
import { makeTables } from './make-tables.ts'
import { measureReading, type Reading } from './measure-reading.ts'

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '100,700,1000,5000,10000' },
    rounds: { type: 'string', default: '5' },
    output: { type: 'string', default: join(import.meta.dirname, '../results/read.md') },
  },
})

const server = await startServer(18)
const loadBefore = load()
const lines: string[] = []
for (const tables of values.tables.split(',').map(Number)) {
  const database = await server.createDatabase()
  const session = await connectUrl(database.url)
  await makeTables(session, tables)
  lines.push(row(tables, await measureReading(session, Number(values.rounds))))
  console.error(lines.at(-1))
  await session.close()
  await database.drop()
}
await server.stop('fast')

const page = `# What reading a database costs

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; PostgreSQL 18 on 127.0.0.1. Load average ${loadBefore} before and ${load()} after. Command: \`npm run bench:read -- --tables ${values.tables} --rounds ${values.rounds}\`.

Tables of ten columns, one foreign key and one index each. A reading is one message: the server's answer, then its assembly into a catalog, in processor time of this process. A database that has not changed since it last equalled the models is asked for its fingerprint alone. The best of all rounds.

| tables | objects | answer ms | answer MB | assembly ms CPU | whole ms | fingerprint ms |
| -----: | ------: | --------: | --------: | --------------: | -------: | -------------: |
${lines.join('\n')}
`
writeFileSync(values.output, page)
console.log(page)

function row(tables: number, reading: Reading): string {
  const { objects, answerMs, answerMegabytes, assemblyMs, wholeMs, fingerprintMs } = reading
  const cells = [tables, objects, answerMs, answerMegabytes.toFixed(1), assemblyMs, wholeMs, fingerprintMs]
  return `| ${cells.map((cell) => (typeof cell === 'number' ? Math.round(cell) : cell)).join(' | ')} |`
}
