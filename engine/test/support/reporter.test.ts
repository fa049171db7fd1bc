import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

test('the run ends with its counts; a file that cannot be run is a failure', async () => {
  const lines = await runSample()
  expect(lines.slice(-3)).toEqual([
    'skipped: mixed.sample.ts > is skipped for a reason: no such program',
    'skipped: mixed.sample.ts > is skipped without one: no reason given',
    '3 passed, 2 failed, 2 skipped',
  ])
})

test('nothing skipped is not mentioned', async () => {
  expect((await runSample('fine')).at(-1)).toBe('1 passed, 0 failed')
})

async function runSample(...filter: readonly string[]): Promise<string[]> {
  const sample = join(import.meta.dirname, 'reporter-sample')
  const vitest = ['npx', 'vitest', 'run', '--config', join(sample, 'vitest.config.ts'), ...filter]
  const run = await runCli(vitest, { cwd: sample })
  return run.stdout.trimEnd().split('\n')
}
