/**
 * Measures `trueup create` beside the tools that people use, in one run on one machine, and writes the figures
 * to bench/results/create.md. `npm run bench:create -- --rounds 7 --delay 50 --only 'trueup create'` runs less.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../engine/test/support/server.ts'
import { contestants, yardstick } from './contestants.ts'
import { describeMachine, load } from './machine.ts'
import { installPeers } from './peers.ts'
import { report } from './report.ts'
import { runRounds } from './rounds.ts'
import { writeSketchFiles } from './sketch-files.ts'
import { measureStarts } from './starts.ts'
import { warmUp } from './warm-up.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    delay: { type: 'string', default: '50' },
    only: { type: 'string', multiple: true },
    output: { type: 'string', default: join(import.meta.dirname, '../results/create.md') },
  },
})
const rounds = Number(values.rounds)
const onProgress = (line: string) => console.error(line)

await installPeers(onProgress)
const files = writeSketchFiles()
const asked = contestants(files).filter(
  ({ name }) => name === yardstick || (values.only ?? [name]).includes(name),
)
const server = await startServer(15)
const { able, absent } = await warmUp(asked, server, onProgress)
const loadBefore = load()

const runs = [
  ...(await runRounds(able, server, { rounds, roundTripMs: 0, onProgress })),
  ...(await runRounds(able, server, { rounds, roundTripMs: Number(values.delay), onProgress })),
]
const starts = await measureStarts(server, rounds, onProgress)
const page = report({ contestants: able, absent, runs, starts, heading: heading() })

await server.stop('fast')
mkdirSync(dirname(values.output), { recursive: true })
writeFileSync(values.output, page)
console.log(page)

function heading(): string[] {
  const date = new Date().toISOString().slice(0, 10)
  return [
    `Measured on ${date}: ${describeMachine()}; PostgreSQL 15 on 127.0.0.1, without waiting for the disk. Load average ${loadBefore} before and ${load()} after. Command: \`npm run bench:create -- --rounds ${values.rounds} --delay ${values.delay}\`.`,
    'Every tool creates the same thirteen tables (bench/create/sketch.ts; the row on Avatarbank takes its own models, with checks, triggers and partitions) in an empty database and is then run again. The tools take turns within each round; medians of all rounds. The yardstick is a bare Node process that connects with `pg` and sends one query: the whole script, or `SELECT 1`.',
    "Round trips are counted by a proxy between tool and server, after the log-in; where a delay is given, the same proxy adds it, TCP's handshake included. CPU is user and system time of the process and its children; memory is the largest process of them.",
  ]
}
