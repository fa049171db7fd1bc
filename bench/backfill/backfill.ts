import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repository } from '../../engine/test/support/repository.ts'
import { startServer } from '../../engine/test/support/server.ts'
import type { Major } from '../../engine/test/support/server-programs.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'
import { type MeasuredBackfill, measureBackfill } from './measured-backfill.ts'

/** Rows per second of a backfill in batches, from small to large tables: the speed must not depend on the size. */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000,10000000' },
    majors: { type: 'string', default: '15,18' },
  },
})
const sizes = values.rows.split(',').map(Number)
const loadBefore = load()
const sections: string[] = []
for (const major of values.majors.split(',').map(Number) as Major[]) {
  const server = await startServer(major, { settings: ["shared_buffers = '256MB'", "max_wal_size = '8GB'"] })
  const database = await connectUrl(server.superuserUrl)
  const measured: MeasuredBackfill[] = []
  for (const rows of sizes) {
    measured.push(await measureBackfill(rows, database))
    console.error(JSON.stringify({ major, ...measured.at(-1) }))
  }
  await database.close()
  await server.stop('fast')
  sections.push(`## PostgreSQL ${major}`, tableOf(measured))
}
const heading = `Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; without waiting for the disk. Load average ${loadBefore} before and ${load()} after. Command: \`npm run bench:backfill -- --rows ${values.rows} --majors ${values.majors}\`.`
const method =
  'A table with a primary key and three more columns gets a value for one of them in every row: by a step in batches (transactions that aim at 40 ms, and a last pass that finds nothing), and by one UPDATE of a table just like it.'
const page = ['# How fast a backfill is', heading, method, ...sections].join('\n\n')
writeFileSync(join(repository, 'bench/results/backfill.md'), `${page}\n`)

function tableOf(measured: readonly MeasuredBackfill[]): string {
  const rate = (rows: number, milliseconds: number) =>
    Math.round((rows / milliseconds) * 1_000).toLocaleString('en')
  return [
    '| rows | in batches, rows/s | transactions | rows/s in one statement | share of its speed |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...measured.map(({ rows, milliseconds, batches, oneStatementMs }) => {
      const share = `${Math.round((100 * oneStatementMs) / milliseconds)} %`
      const cells = [
        rows.toLocaleString('en'),
        rate(rows, milliseconds),
        batches,
        rate(rows, oneStatementMs),
        share,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
}
