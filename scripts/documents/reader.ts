import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CliResult, runCli, startCli } from '../../engine/test/support/run-cli.ts'
import { openTarget } from '../../engine/test/support/targets.ts'
import { repository } from '../architecture/source-files.ts'
import type { GuideLanguage } from './guides.ts'

/** Somebody who has just cloned the repository, with two databases of a server, and does what a guide says. */
export interface Reader {
  /** Types a line of the guide into a shell, and answers with yes when asked. */
  type(command: string): Promise<CliResult>
  /** Asks the database of the environment development, as in the console of a provider. */
  query(sql: string): Promise<readonly (readonly (string | null)[])[]>
  leave(): Promise<void>
}

const cloned = ['.env.example', '.gitignore', 'backend', 'package.json', 'trueup.config.ts']

export async function readerOf(language: GuideLanguage): Promise<Reader> {
  const [development, production] = await Promise.all([openTarget(15), openTarget(15)])
  const folder = mkdtempSync(join(tmpdir(), 'trueup-guide-'))
  for (const path of cloned) cpSync(join(repository, path), join(folder, path), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, '.env.production'), `DATABASE_URL='${production.database}'\n`)
  const env = { TRUEUP_LANG: language }
  return {
    async type(command) {
      const result = asksInProduction(command)
        ? await answerYes(command, folder, env)
        : await runCli(['sh', '-c', command], { cwd: folder, env })
      if (command === 'cp .env.example .env') fillIn(join(folder, '.env'), development.database)
      return result
    },
    query: development.query,
    async leave() {
      rmSync(folder, { recursive: true, force: true })
      await Promise.all([development.drop(), production.drop()])
    },
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
