import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConnectionUrl } from '../engine/src/postgres/url/connection-url.ts'
import { contentOf } from './architecture/source-files.ts'
import { guideLanguages, guides, linePattern, type Step, stepsOf } from './documents/guides.ts'
import { tableRows } from './documents/markdown.ts'
import { type Reader, readerOf } from './documents/reader.ts'

/** Commands of the guides that are not run here, and why. */
const excused = new Map([
  ['npm ci', 'how these tests came here'],
  ['npm test', 'runs these tests'],
])

/** What must be missing for a command to have something to do. */
const before = new Map([
  ['npm run create-missing-tables', 'DROP TABLE bookmarks'],
  ['npm run create-missing-tables -- --only likes,bookmarks', 'DROP TABLE likes, bookmarks'],
])

/** What the questions in SQL are answered with, in order. */
const answers: readonly ((rows: Rows) => void)[] = [
  (rows) => expect(rows.flat()).toEqual(expect.arrayContaining([...tableNames, 'audit_logs_default'])),
  (rows) => expect(rows.flat()).toEqual(tableNames),
  (rows) => expect(rows).toEqual([['0', '0']]),
]
type Rows = readonly (readonly (string | null)[])[]

const listed = (language: 'en' | 'ko') => {
  const [guide, heading] = language === 'en' ? [guides[2].en, 'Way 1\\. .*'] : [guides[2].ko, '방법 1\\. .*']
  return tableRows(contentOf(guide), heading).map(([name = '', label]) => ({
    name: name.replaceAll('`', ''),
    label,
  }))
}
const tableNames = listed('en')
  .map(({ name }) => name)
  .sort()

const runs = guides.flatMap((guide) => guideLanguages.map((language) => ({ guide, language })))

describe.each(runs)('$guide.name ($language)', ({ guide, language }) => {
  const steps = stepsOf(contentOf(guide[language]))
  let reader: Reader
  beforeAll(async () => {
    reader = await readerOf(language)
  })
  afterAll(() => reader.leave())

  test('works as it is written', { timeout: 180_000 }, async () => {
    const questions = answers.values()
    let output = ''
    for (const step of steps) {
      switch (step.kind) {
        case 'command':
          if (!excused.has(step.command)) output = await follow(step.command, reader)
          break
        case 'output':
          expectLines(output, step.lines)
          break
        case 'settings':
          expectSettings(step.text)
          break
        case 'sql':
          questions.next().value?.(await reader.query(step.sql))
      }
    }
  })

  test('shows the same commands and SQL as in the other language', () => {
    const other = stepsOf(contentOf(guide[language === 'en' ? 'ko' : 'en']))
    expect(steps.filter(isCommon)).toEqual(other.filter(isCommon))
  })
})

test('every question in SQL has its answer here, and nothing is excused without need', () => {
  const steps = guides.flatMap(({ en }) => stepsOf(contentOf(en)))
  const commands = steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []))
  expect([...excused.keys(), ...before.keys()].filter((command) => !commands.includes(command))).toEqual([])
  expect(steps.filter((step) => step.kind === 'sql')).toHaveLength(answers.length)
})

describe('the list of tables', () => {
  let reader: Reader
  let tables: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[]
  beforeAll(async () => {
    reader = await readerOf('en')
    await reader.type('cp .env.example .env')
    tables = JSON.parse((await reader.type('npm run -s create-tables -- --json')).stdout).tables
  })
  afterAll(() => reader.leave())

  test.each(guideLanguages)('has their labels (%s)', (language) => {
    const labels = tables.map(({ name, labels }) => ({ name, label: labels[language] }))
    expect(new Set(listed(language))).toEqual(new Set(labels))
  })

  test.each(guideLanguages)('begins with what is referred to (%s)', async (language) => {
    const order = listed(language).map(({ name }) => name)
    const references = await reader.query(`SELECT conrelid::regclass::text, confrelid::regclass::text
      FROM pg_constraint WHERE contype = 'f' AND conparentid = 0`)
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter(([from, to]) => order.indexOf(from ?? '') < order.indexOf(to ?? ''))).toEqual([])
  })
})

async function follow(command: string, reader: Reader): Promise<string> {
  const hook = before.get(command)
  if (hook) await reader.query(hook)
  const { exitCode, stdout, stderr } = await reader.type(command)
  const output = stderr + stdout
  expect(exitCode, `${command}\n${output}`).toBe(0)
  return output
}

function isCommon(step: Step): boolean {
  return step.kind !== 'output'
}

function expectLines(output: string, examples: readonly string[]): void {
  const lines = output.split('\n').map((line) => line.trim())
  const absent = examples.filter((example) => !lines.some((line) => linePattern(example).test(line)))
  expect(absent, output).toEqual([])
}

function expectSettings(text: string): void {
  const { DATABASE_URL = '' } = parseEnv(text)
  expect(parseConnectionUrl(DATABASE_URL)).toHaveProperty('connection')
}
