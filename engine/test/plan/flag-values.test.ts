import { afterAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'

const project = makeProject({})
afterAll(project.remove)

test.each([
  [['apply', '--lock-wait', 'soon'], 'USAGE-DURATION'],
  [['purge', '--older-than', 'x'], 'USAGE-DURATION'],
  [['undo', '--connections', '0'], 'USAGE-NUMBER'],
  [['apply', '--max-load', 'much'], 'USAGE-COUNT'],
] as const)('%j is refused before a database is looked for', async (words, code) => {
  const { exitCode, stderr } = await project.trueup(...words)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`error[${code}]`)
})
