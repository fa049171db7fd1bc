import pg from 'pg'
import { startProxy, type TestProxy } from '../../engine/test/support/proxy.ts'
import type { TestServer } from '../../engine/test/support/server.ts'
import type { Contestant, Phase } from './contestants.ts'
import { type Measurement, measuredRun } from './measured-run.ts'

export interface Run extends Measurement {
  readonly contestant: string
  readonly phase: Phase
  readonly roundTripMs: number
  readonly round: number
  /** Turns after the connection was ready, summed over connections. */
  readonly turns: number
  readonly connections: number
}

export interface RoundsOptions {
  readonly rounds: number
  readonly roundTripMs: number
  onProgress(line: string): void
}

/** Every contestant once per round, in turn, so that a change of the machine's load meets them all. */
export async function runRounds(
  contestants: readonly Contestant[],
  server: TestServer,
  options: RoundsOptions,
): Promise<Run[]> {
  const half = options.roundTripMs / 2
  const proxy = await startProxy(server, { delayMs: { toServer: half, toClient: half } })
  const runs: Run[] = []
  for (let round = 1; round <= options.rounds; round++) {
    for (const contestant of contestants) {
      options.onProgress(`${options.roundTripMs} ms, round ${round} of ${options.rounds}: ${contestant.name}`)
      for (const run of await createThenNothing(contestant, server, proxy)) {
        runs.push({ ...run, contestant: contestant.name, roundTripMs: options.roundTripMs, round })
      }
    }
  }
  await proxy.close()
  return runs
}

type PhaseRun = Omit<Run, 'contestant' | 'roundTripMs' | 'round'>

async function createThenNothing(
  contestant: Contestant,
  server: TestServer,
  proxy: TestProxy,
): Promise<PhaseRun[]> {
  const database = await server.createDatabase()
  const runs: PhaseRun[] = []
  for (const phase of ['create', 'no-op'] as const) {
    proxy.reset()
    const measurement = await measuredRun(contestant.program(phase, proxy.url(database.url)))
    const turns = proxy.connections.reduce((sum, connection) => sum + connection.turnsWhenReady, 0)
    runs.push({ ...measurement, phase, turns, connections: proxy.connections.length })
    await checkResult(contestant, database.url)
  }
  await database.drop()
  return runs
}

/** A tool that is fast because it left something out has not taken part. */
async function checkResult(contestant: Contestant, url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ tables: number; keys: number }>(`
    SELECT (SELECT count(*)::int FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
              AND relnamespace = 'public'::regnamespace) AS tables,
           (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f' AND conparentid = 0) AS keys`)
  await client.end()
  const found = rows[0]
  if (found?.tables !== 13 || found.keys < 18) {
    throw new Error(`${contestant.name} left ${found?.tables} tables and ${found?.keys} foreign keys`)
  }
}
