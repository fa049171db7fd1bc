import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TestServer } from '../../engine/test/support/server.ts'
import { type Measurement, measuredRun } from './measured-run.ts'
import { type BenchProject, makeProject } from './project.ts'

export interface Start {
  readonly name: string
  readonly runs: readonly Measurement[]
}

export const bareNode = '`node -e 0`'

const engine = join(import.meta.dirname, '../../engine')
const cli = join(engine, 'bin/trueup.js')

/** What the command costs before it does anything, while nothing is cached yet, and in the embedded database. */
export async function measureStarts(
  server: TestServer,
  rounds: number,
  onProgress: (line: string) => void,
): Promise<Start[]> {
  if (!existsSync(join(engine, 'dist/cli.js'))) return []
  const runs = new Map<string, Measurement[]>()
  for (let round = 1; round <= rounds; round++) {
    onProgress(`starts, round ${round} of ${rounds}`)
    const project = makeProject()
    for await (const [name, run] of runsOfOneRound(project, server))
      runs.set(name, [...(runs.get(name) ?? []), run])
    project.remove()
  }
  return [...runs].map(([name, measurements]) => ({ name, runs: measurements }))
}

async function* runsOfOneRound(
  project: BenchProject,
  server: TestServer,
): AsyncGenerator<readonly [string, Measurement]> {
  const node = (...args: readonly string[]) =>
    measuredRun({ command: ['node', ...args], cwd: project.folder })
  const create = (database: string) =>
    node(cli, 'create', '--database', database, '--schema', project.models, '--yes')
  const [first, second] = [await server.createDatabase(), await server.createDatabase()]

  yield [bareNode, await node('-e', '0')]
  yield ['`trueup --help`', await node(cli, '--help')]
  yield ['`trueup create`, first run ever: nothing cached', await create(first.url)]
  yield ['`trueup create`, nothing to do, server on this machine', await create(first.url)]
  project.changeModels()
  yield ['`trueup create`, first run after the models changed', await create(second.url)]
  yield ['`trueup create`, embedded, from nothing', await create('database')]
  yield ['`trueup create`, embedded, second run', await create('database')]

  await first.drop()
  await second.drop()
}
