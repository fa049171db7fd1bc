import { afterAll, describe, expect, test } from 'vitest'
import { examples } from '../src/messages/examples.ts'
import { makeProject } from './support/project.ts'

/** What the page of an error gives as an example does bring that error about. */
describe.each(Object.entries(examples))('%s', (code, { file, text }) => {
  const project = makeProject({
    ...(file === 'terminal'
      ? { 'schema.yaml': '', '.env': 'DATABASE_URL=postgresql://kim:x@localhost/shop' }
      : { [file]: text }),
    'package.json': '{}',
  })
  afterAll(project.remove)

  test('its example runs into it', async () => {
    const words = file === 'terminal' ? text.split(' ').slice(1) : wordsFor(file)
    const { stderr } = await project.trueup(...withoutQuotes(words))
    expect(stderr).toContain(`[${code}]`)
  })
})

function wordsFor(file: string): string[] {
  return [
    'plan',
    ...(file === '.env' ? [] : ['--database', 'data']),
    '--schema',
    file === '.env' ? 'x.sql' : file,
  ]
}

/** `--accept 'two words'` as a shell would split it. */
function withoutQuotes(words: readonly string[]): string[] {
  return words
    .join(' ')
    .match(/'[^']*'|\S+/g)!
    .map((word) => word.replace(/^'(.*)'$/, '$1'))
}
