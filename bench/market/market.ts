/**
 * The hottest operations of the market beside pgbench with the same SQL, on one server in one run, written to
 * bench/results/market.md. `npm run bench:market -- --seconds 5 --scale 1` does less.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { drizzle } from 'drizzle-orm/node-postgres'
import { openPool } from 'trueup'
import * as models from '../../backend/app/models/index.ts'
import { seedMarket } from '../../backend/seed/seed-market.ts'
import { schemaSql } from '../../backend/test/domain/schema-sql.ts'
import { parseConnectionUrl } from '../../engine/src/postgres/url/connection-url.ts'
import { startServer } from '../../engine/test/support/server.ts'
import type { Major } from '../../engine/test/support/server-programs.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'
import { median } from '../create/statistics.ts'
import { table } from '../create/table.ts'
import { type Contest, contests, type Facts } from './contests.ts'
import { type Measured, type Round, runHere } from './measured.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { drawCall, pgbenchScript, record } from './record.ts'

const contestantNames = ['pgbench, prepared', 'pgbench, unprepared', '`pg` alone', 'operation'] as const
type Contestant = (typeof contestantNames)[number]

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
const { pool, close } = await openPool(parseConnectionUrl(url).connection!, {
  applicationName: 'bench',
  max: round.clients,
})
const rows: string[][] = []
const paced: string[][] = []
for (const contest of contests) {
  paced.push(...(await measure(contest, program, { ...round, rate: contest.peak })))
  rows.push(...(await measure(contest, program, round)))
}
await close()
await server.stop('fast')

const times = ['mean ms', 'p50 ms', 'p99 ms']
const beside = ['beside pgbench, prepared', 'unprepared', '`pg` alone']
const head = ['operation', 'contestant', 'per s', ...times, ...beside]
const text = `# The market beside pgbench

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; load average ${loadBefore} before. PostgreSQL ${values.major}, a seeded market of scale ${values.scale}, ${round.clients} clients, ${values.rounds} rounds of ${round.seconds} s, medians of the rounds. Command: \`npm run bench:market -- --major ${values.major} --scale ${values.scale} --seconds ${round.seconds} --rounds ${values.rounds}\`.

All send the same statement: pgbench from two threads of C, \`pg\` alone and the operation from one process of Node on the same machine. All but "pgbench, unprepared" have each connection parse and plan it once; that one does so at every call, as a client does that leaves it to the defaults of its driver. What \`pg\` takes beyond pgbench is Node and its driver; what the operation takes beyond \`pg\` is the ORM, the retry wrapper and the typed outcome: the last column.

## At the peak that is planned for

As many a second as the busiest hour has, latency counted from when each was due: what people would feel.

${table(head, paced)}

## As fast as they go

${round.clients} clients without a pause: the machine is full, and what Node's one thread takes for itself shows.

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

async function measure(contest: Contest, program: string, round: Round): Promise<string[][]> {
  const recorded = await record(contest, pool)
  const script = pgbenchScript(recorded, contest, facts)
  const db = drizzle(pool, { schema: models })
  const operate = () => {
    const drawn = contest.inputs.map((input) => [input.name, input.draw(facts)] as const)
    return contest.run(db, Object.fromEntries(drawn))
  }
  const contestants: Readonly<Record<Contestant, () => Measured | Promise<Measured>>> = {
    'pgbench, prepared': () => runPgbench({ program, url, script, protocol: 'prepared' }, round),
    'pgbench, unprepared': () => runPgbench({ program, url, script, protocol: 'extended' }, round),
    '`pg` alone': () => runHere(() => pool.query(drawCall(recorded, contest, facts)), round),
    operation: () => runHere(operate, round),
  }
  const rounds: Readonly<Record<Contestant, Measured[]>> = emptyRounds()
  for (let i = 0; i < Number(values.rounds); i++)
    for (const name of contestantNames) rounds[name].push(await contestants[name]())
  return contestantNames.map((name) => line(contest.name, name, rounds))
}

function line(
  operation: string,
  name: Contestant,
  rounds: Readonly<Record<Contestant, Measured[]>>,
): string[] {
  const of = (contestant: Contestant, pick: (measured: Measured) => number) =>
    median(rounds[contestant].map(pick))
  const mean = (contestant: Contestant) => of(contestant, (each) => each.mean)
  const times = [mean(name), of(name, (each) => each.p50), of(name, (each) => each.p99)]
  const shown = times.map((value) => value.toFixed(1))
  console.error(operation, name, ...shown)
  const ratios = contestantNames.slice(0, 3).map((other) => `${(mean(name) / mean(other)).toFixed(2)} ×`)
  return [operation, name, of(name, (each) => each.perSecond).toFixed(0), ...shown, ...ratios]
}

function emptyRounds(): Record<Contestant, Measured[]> {
  return { 'pgbench, prepared': [], 'pgbench, unprepared': [], '`pg` alone': [], operation: [] }
}
