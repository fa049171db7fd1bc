import { startProxy } from '../../engine/test/support/proxy.ts'
import type { TestServer } from '../../engine/test/support/server.ts'
import type { Contestant, Phase, Setting } from './contestants.ts'
import { makePair, type Pair } from './databases.ts'
import { manyTables, withOneChange } from './many-tables.ts'
import { makeFolder, writeSchemaFiles } from './schema-files.ts'
import { type Attempt, tryProgram } from './try-program.ts'

export interface Result {
  readonly contestant: string
  readonly size: number
  readonly phase: Phase
  readonly attempts: readonly Attempt[]
  /** Round trips after the connections were ready; undefined where they were not counted. */
  readonly turns: number | undefined
}

export interface MeasureOptions {
  readonly rounds: number
  readonly limitSeconds: number
  onProgress(line: string): void
}

/** Everybody at one size, in turn within each round. Who was over the limit once is not asked again. */
export async function measureSize(
  size: number,
  contestants: readonly Contestant[],
  server: TestServer,
  options: MeasureOptions,
): Promise<Result[]> {
  const tables = manyTables(size)
  options.onProgress(`${size} tables: making two databases`)
  const pair = await makePair(server, tables)
  const folder = makeFolder()
  const results: Result[] = []
  for (const phase of ['no-op', 'one change'] as const) {
    const wanted = phase === 'no-op' ? tables : withOneChange(tables)
    const files = writeSchemaFiles(folder, wanted)
    await pair.setChanged(phase === 'one change')
    const setting: Setting = { current: pair.current, desired: pair.desired, files, folder }
    results.push(...(await measurePhase({ size, phase, setting, pair }, contestants, server, options)))
  }
  await pair.drop()
  return results
}

interface PhaseSetting {
  readonly size: number
  readonly phase: Phase
  readonly setting: Setting
  readonly pair: Pair
}

async function measurePhase(
  { size, phase, setting, pair }: PhaseSetting,
  contestants: readonly Contestant[],
  server: TestServer,
  { rounds, limitSeconds, onProgress }: MeasureOptions,
): Promise<Result[]> {
  const attempts = new Map<string, Attempt[]>(contestants.map(({ name }) => [name, []]))
  const turns = new Map<string, number>()
  const once = async (contestant: Contestant, where: Setting) => {
    const attempt = await tryProgram(contestant.program(where), limitSeconds)
    return attempt.kind === 'done' ? judged(contestant, phase, attempt, pair) : attempt
  }
  for (const contestant of contestants) {
    const own = attempts.get(contestant.name)!
    // a tool that remembers is measured when it does; a change of the models it meets for the first time
    const first = contestant.keepsCache && phase === 'no-op' ? await once(contestant, setting) : undefined
    if (first && first.kind !== 'done') own.push(first)
    for (let round = 1; round <= rounds && own.every(({ kind }) => kind === 'done'); round++) {
      onProgress(`${size} tables, ${phase}, round ${round}: ${contestant.name}`)
      const attempt = await once(contestant, setting)
      own.push(attempt)
      if (attempt.kind !== 'done') onProgress(`  ${attempt.kind === 'over' ? 'over' : attempt.reason}`)
    }
    if (own.some(({ kind }) => kind !== 'done')) continue
    const proxy = await startProxy(server)
    await once(contestant, {
      ...setting,
      current: proxy.url(setting.current),
      desired: proxy.url(setting.desired),
    })
    turns.set(
      contestant.name,
      proxy.connections.reduce((sum, connection) => sum + connection.turnsWhenReady, 0),
    )
    await proxy.close()
  }
  return contestants.map(({ name }) => ({
    contestant: name,
    size,
    phase,
    attempts: attempts.get(name)!,
    turns: turns.get(name),
  }))
}

/** A tool that is fast because it saw nothing, or saw what is not there, has not taken part. */
async function judged(
  contestant: Contestant,
  phase: Phase,
  attempt: Attempt & { kind: 'done' },
  pair: Pair,
): Promise<Attempt> {
  const { stdout } = attempt.measurement
  const saysChange = phase === 'no-op' ? /\bALTER TABLE\b/.test(stdout) : /\badded\b/.test(stdout)
  const found = contestant.applies ? await pair.hasColumn() : saysChange
  if (contestant.applies) await pair.restore()
  if (found === (phase === 'one change')) return attempt
  return { kind: 'failed', reason: found ? 'it found a change where there is none' : 'it missed the change' }
}
