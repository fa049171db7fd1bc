import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CliResult, runCli, startCli } from '../../engine/test/support/run-cli.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { repository } from '../architecture/source-files.ts'
import type { GuideLanguage } from './guides.ts'

export interface Databases {
  readonly development: string
  readonly production: string
}

/** Somebody who has just cloned the repository and does what a guide says. */
export interface Reader {
  /** Types a line of the guide into a shell, and answers with yes when asked. */
  type(command: string): Promise<CliResult>
  trueup(...words: readonly string[]): Promise<CliResult>
  query(sql: string): Promise<readonly (readonly (string | null)[])[]>
  leave(): void
}

const cloned = ['.env.example', '.gitignore', 'backend', 'package.json', 'trueup.config.ts']

export function readerOf(language: GuideLanguage, databases: Databases): Reader {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-guide-'))
  for (const path of cloned) cpSync(join(repository, path), join(folder, path), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, '.env.production'), `DATABASE_URL='${databases.production}'\n`)
  const env = { TRUEUP_LANG: language }
  return {
    async type(command) {
      const result = asksInProduction(command)
        ? await answerYes(command, folder, env)
        : await runCli(['sh', '-c', command], { cwd: folder, env })
      if (command === 'cp .env.example .env') fillIn(join(folder, '.env'), databases.development)
      return result
    },
    trueup: (...words) =>
      runCli(['node', join(repository, 'engine', 'bin', 'trueup.js'), ...words], { cwd: folder, env }),
    async query(sql) {
      const database = await connectUrl(databases.development)
      try {
        return (await database.query(sql)).at(-1)?.rows ?? []
      } finally {
        await database.close()
      }
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function asksInProduction(command: string): boolean {
  return /create.*--env production$/.test(command)
}

/** In a terminal that has a width: without one the question is broken after every letter. */
async function answerYes(command: string, cwd: string, env: Readonly<Record<string, string>>) {
  const running = startCli(['sh', '-c', `stty cols 120; ${command}`], { cwd, env, terminal: true })
  await running.printed(/Create this in production\?|production에 만들까요\?/)
  running.type('y')
  return running.finished
}

/** Removes the # before DATABASE_URL and pastes the URL over the example, as the guide says. */
function fillIn(file: string, url: string): void {
  const example = readFileSync(file, 'utf8')
  const filled = example.replace(/^#(DATABASE_URL=).*$/m, (_, name) => `${name}${url}`)
  if (filled === example) throw new Error('.env.example has no line for DATABASE_URL')
  writeFileSync(file, filled)
}
