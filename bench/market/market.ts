/**
 * The hottest operations of the market beside pgbench with the same SQL, on one server in one run, written to
 * bench/results/market.md. `npm run bench:market -- --seconds 5 --scale 1` does less.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as models from '../../backend/app/models/index.ts'
import { seedMarket } from '../../backend/seed/seed-market.ts'
import { schemaSql } from '../../backend/test/domain/schema-sql.ts'
import { startServer } from '../../engine/test/support/server.ts'
import type { Major } from '../../engine/test/support/server-programs.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'
import { median } from '../create/statistics.ts'
import { table } from '../create/table.ts'
import { type Contest, contests, type Facts } from './contests.ts'
import { type Measured, type Round, runHere } from './measured.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { drawParameters, pgbenchScript, record } from './record.ts'

const { values } = parseArgs({
  options: {
    major: { type: 'string', default: '18' },
    scale: { type: 'string', default: '5' },
    clients: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    output: { type: 'string', default: join(import.meta.dirname, '../results/market.md') },
  },
})
const round = { clients: Number(values.clients), seconds: Number(values.seconds) }
const program = findPgbench()
if (program === undefined) {
  console.error(
    'pgbench was not found: install it (Debian: apt-get install postgresql-contrib) and run again.',
  )
  process.exit(1)
}
const loadBefore = load()
const server = await startServer(Number(values.major) as Major, {
  settings: ['shared_buffers = 512MB', 'max_connections = 200'],
})
const { url } = await server.createDatabase('market')
const facts = await prepare(url, Number(values.scale))
const pool = new pg.Pool({ connectionString: url, max: round.clients })
pool.on('error', () => {}) // the server stops a moment before the last connection has said goodbye
const rows: string[][] = []
const paced: string[][] = []
for (const contest of contests) {
  paced.push(...(await measure(contest, program, { ...round, rate: contest.peak })))
  rows.push(...(await measure(contest, program, round)))
}
await pool.end()
await server.stop('fast')

const head = ['operation', 'contestant', 'per s', 'mean ms', 'p50 ms', 'p99 ms', 'mean beside pgbench']
const text = `# The market beside pgbench

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; load average ${loadBefore} before. PostgreSQL ${values.major}, a seeded market of scale ${values.scale}, ${round.clients} clients, ${values.rounds} rounds of ${round.seconds} s, medians of the rounds. Command: \`npm run bench:market -- --major ${values.major} --scale ${values.scale} --seconds ${round.seconds} --rounds ${values.rounds}\`.

All three send the same statement in the extended protocol: pgbench from two threads of C, \`pg\` alone and the operation from one process of Node on the same machine. What \`pg\` takes beyond pgbench is Node and its driver; what the operation takes beyond \`pg\` is the ORM, the retry wrapper and the typed outcome.

## At the peak that is planned for

As many a second as the busiest hour has, latency counted from when each was due.

${table(head, paced)}

## As fast as they go

${round.clients} clients without a pause: the machine is full, and Node has one thread of it.

${table(head, rows)}
`
mkdirSync(dirname(values.output), { recursive: true })
writeFileSync(values.output, text)
console.log(text)

async function prepare(database: string, scale: number): Promise<Facts> {
  const session = await connectUrl(database)
  await session.query(schemaSql())
  await seedMarket(session, { scale, seed: 1, until: new Date() })
  // nobody runs out of credits during the measurement
  await session.query('UPDATE users SET credit_balance = credit_balance + 1000000000')
  await session.query('VACUUM (FULL, ANALYZE) users')
  const [answer] = await session.query(`SELECT (SELECT max(id) FROM users), (SELECT max(id) FROM generations),
    (SELECT min(id) FROM avatars WHERE is_public AND status = 'active')`)
  await session.close()
  const [users, generations, avatar] = answer!.rows[0]!.map(Number) as [number, number, number]
  return { users, generations, avatar }
}

async function measure(contest: Contest, pgbench: string, round: Round): Promise<string[][]> {
  const recorded = await record(contest, pool)
  const script = pgbenchScript(recorded, contest, facts)
  const db = drizzle(pool, { schema: models })
  const contestants: readonly (readonly [string, () => Promise<Measured>])[] = [
    ['pgbench', async () => runPgbench(pgbench, url, script, round)],
    [
      'pg alone',
      () => runHere(() => pool.query(recorded.sql, drawParameters(recorded, contest, facts)), round),
    ],
    [
      'operation',
      () =>
        runHere(() => {
          const drawn = contest.inputs.map((input) => [input.name, input.draw(facts)] as const)
          return contest.run(db, Object.fromEntries(drawn))
        }, round),
    ],
  ]
  const results = new Map<string, Measured[]>(contestants.map(([name]) => [name, []]))
  for (let i = 0; i < Number(values.rounds); i++)
    for (const [name, run] of contestants) results.get(name)!.push(await run())
  const base = median(results.get('pgbench')!.map(({ mean }) => mean))
  return contestants.map(([name]) => line(contest.name, name, results.get(name)!, base))
}

function line(operation: string, contestant: string, rounds: readonly Measured[], base: number): string[] {
  const of = (pick: (measured: Measured) => number) => median(rounds.map(pick))
  const mean = of((each) => each.mean)
  const times = [mean, of((each) => each.p50), of((each) => each.p99)].map((value) => value.toFixed(1))
  console.error(operation, contestant, ...times)
  return [
    operation,
    contestant,
    of((each) => each.perSecond).toFixed(0),
    ...times,
    `${(mean / base).toFixed(2)} ×`,
  ]
}
