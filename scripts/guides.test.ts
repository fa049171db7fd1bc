import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConnectionUrl } from '../engine/src/postgres/url/connection-url.ts'
import type { ServerAccess, TestDatabase } from '../engine/test/support/server-access.ts'
import { sharedServer } from '../engine/test/support/shared-server.ts'
import { contentOf } from './architecture/source-files.ts'
import { guides, linePattern, type Step, stepsOf } from './documents/guides.ts'
import { tableRows } from './documents/markdown.ts'
import { type Reader, readerOf } from './documents/reader.ts'

/** Commands of the guides that are not run here, and why. */
const excused = new Map([
  ['npm ci', 'how these tests came here'],
  ['npm test', 'runs these tests'],
  [
    'pg_dump --format=custom --file=backup.dump "$DATABASE_URL"',
    'a program of PostgreSQL, not of this project',
  ],
])

/** What must be missing for a command to have something to do. */
const before = new Map([
  ['npm run create-missing-tables', 'DROP TABLE bookmarks'],
  ['npm run create-missing-tables -- --only likes,bookmarks', 'DROP TABLE likes, bookmarks'],
])

/** What the SQL of the guides answers, in order. */
const isThirteen = (rows: Rows) => expect(rows.flat()).toEqual(tableNames)
const answers: readonly ((rows: Rows) => void)[] = [
  (rows) => expect(rows.flat()).toEqual(expect.arrayContaining([...tableNames, 'audit_logs_default'])),
  isThirteen,
  (rows) => expect(rows).toEqual([['0', '0']]),
]
type Rows = readonly (readonly (string | null)[])[]

const tableNames = [
  'audit_logs',
  'avatars',
  'bookmarks',
  'error_logs',
  'generations',
  'likes',
  'payment_webhooks',
  'payout_requests',
  'shared_generations',
  'tasks',
  'training_jobs',
  'transactions',
  'users',
]

const languages = ['en', 'ko'] as const
const runs = guides.flatMap((guide) => languages.map((language) => ({ guide, language })))

describe.each(runs)('$guide.name ($language)', ({ guide, language }) => {
  const markdown = contentOf(guide[language])
  const steps = stepsOf(markdown)
  let server: ServerAccess
  let databases: readonly TestDatabase[]
  let reader: Reader

  beforeAll(async () => {
    server = await sharedServer(15)
    databases = await Promise.all([server.createDatabase(), server.createDatabase()])
    const [development, production] = databases.map(({ url }) => url)
    reader = readerOf(language, { development: development ?? '', production: production ?? '' })
  })
  afterAll(async () => {
    reader.leave()
    await Promise.all(databases.map((database) => database.drop()))
  })

  test('everything in it works as it is written', async () => {
    let output = ''
    let questions = 0
    for (const step of steps) {
      switch (step.kind) {
        case 'command': {
          if (excused.has(step.command)) break
          const hook = before.get(step.command)
          if (hook) await reader.query(hook)
          const { exitCode, stdout, stderr } = await reader.type(step.command)
          output = stderr + stdout
          expect({ command: step.command, exitCode, output }).toMatchObject({ exitCode: 0 })
          break
        }
        case 'output':
          expectLines(output, step.lines)
          break
        case 'settings':
          expectSettings(step.text)
          break
        case 'sql':
          answers[questions++]?.(await reader.query(step.sql))
      }
    }
    expect(questions).toBe(steps.filter((step) => step.kind === 'sql').length)
  })

  test('shows the same commands and SQL as in the other language', () => {
    const other = contentOf(guide[language === 'en' ? 'ko' : 'en'])
    expect(steps.filter(isCommon)).toEqual(stepsOf(other).filter(isCommon))
  })
})

interface ListedTable {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

const foreignKeys = `SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
  WHERE contype = 'f' AND conparentid = 0 AND conrelid <> confrelid`

function isCommon(step: Step): boolean {
  return step.kind === 'command' || step.kind === 'sql' || step.kind === 'settings'
}

function expectLines(output: string, examples: readonly string[]): void {
  const lines = output.split('\n').map((line) => line.trim())
  const absent = examples.filter((example) => !lines.some((line) => linePattern(example).test(line)))
  expect({ absent, output }).toMatchObject({ absent: [] })
}

function expectSettings(text: string): void {
  const { DATABASE_URL = '' } = parseEnv(text)
  expect(parseConnectionUrl(DATABASE_URL)).toHaveProperty('connection')
}
