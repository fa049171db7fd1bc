import { expect, test } from 'vitest'
import { readCommand } from './command-words.ts'
import { linePattern, stepsOf } from './guides.ts'
import { keyPaths } from './key-paths.ts'
import { codeBlocks, codeSpans, headingAnchors, linkTargets, tableRows } from './markdown.ts'

const page = `# 1단계. 환경 설정

See [the list](#the-list) and [x](./x.md), \`code\`.

1. First:

   \`\`\`sh
   npm ci && npm run a
   npm run b
   \`\`\`

## The list

| name | label |
|---|---|
| \`a\` | [b](c.md) |

\`\`\`text
[not](a-link)
\`\`\`
`

test('blocks lose the indent of their list, and prose loses the blocks', () => {
  expect(codeBlocks(page)).toMatchObject([
    { language: 'sh', text: 'npm ci && npm run a\nnpm run b' },
    { language: 'text', text: '[not](a-link)' },
  ])
  expect(linkTargets(page)).toEqual(['#the-list', './x.md', 'c.md'])
  expect(codeSpans(page)).toEqual(['code', 'a'])
})

test('headings become anchors as on GitHub, tables rows of cells', () => {
  expect(headingAnchors(page)).toEqual(['1단계-환경-설정', 'the-list'])
  expect(tableRows(page, 'The list')).toEqual([['`a`', '[b](c.md)']])
  expect(() => tableRows(page, 'Another')).toThrow('no heading')
})

test('a guide is commands one by one, outputs, settings and SQL', () => {
  expect(stepsOf(page)).toEqual([
    { kind: 'command', command: 'npm ci' },
    { kind: 'command', command: 'npm run a' },
    { kind: 'command', command: 'npm run b' },
    { kind: 'output', lines: ['[not](a-link)'] },
  ])
  expect(() => stepsOf('```python\nprint()\n```')).toThrow('python')
})

test('an example of output allows other figures and what is left out, and nothing else', () => {
  const pattern = linePattern('  Created 13 tables in 1.62 s; … done.')
  expect('Created 9 tables in 0.1 s; all of it is done.').toMatch(pattern)
  expect('Created no tables in 0.1 s; all of it is done.').not.toMatch(pattern)
  expect('Created 9 tables in 0.1 s; all of it is done').not.toMatch(pattern)
})

test('a command is told by its name and its options', () => {
  expect(readCommand('npm run -s bench:create -- --rounds 7')).toEqual({
    kind: 'script',
    script: 'bench:create',
    flags: ['rounds'],
  })
  expect(readCommand('npx trueup create --missing')).toEqual({
    kind: 'trueup',
    command: 'create',
    flags: ['missing'],
  })
  expect(readCommand('npx vitest run')).toEqual({ kind: 'other' })
})

test('keys are listed by their way from the top', () => {
  expect(keyPaths({ a: [{ b: 1 }, { c: { d: null } }], e: [] })).toEqual([
    'a',
    'a[].b',
    'a[].c',
    'a[].c.d',
    'e',
  ])
})
