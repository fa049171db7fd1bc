import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repository } from './repository.ts'
import { type CliResult, type RunningCli, runCli, startCli } from './run-cli.ts'

/** A project of its own in a temporary folder, as a user has one: some files, and the engine installed. */
export interface TestProject {
  readonly folder: string
  write(path: string, content: string): void
  /** Runs `trueup …` there. */
  trueup(...words: readonly string[]): Promise<CliResult>
  start(words: readonly string[], env?: Readonly<Record<string, string>>): RunningCli
  /** The same in a terminal of its own, where nobody types anything. */
  terminal(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliResult>
  /** In a terminal that can be typed into. */
  startTerminal(words: readonly string[], env?: Readonly<Record<string, string>>): RunningCli
  run(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliResult>
  remove(): void
}

export function makeProject(files: Readonly<Record<string, string>>): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-project-'))
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, content] of Object.entries(files)) write(path, content)
  const command = (words: readonly string[]) => [
    'node',
    join(repository, 'engine', 'bin', 'trueup.js'),
    ...words,
  ]
  return {
    folder,
    write,
    trueup: (...words) => runCli(command(words), { cwd: folder }),
    run: (words, env = {}) => runCli(command(words), { cwd: folder, env }),
    terminal: (words, env = {}) => runCli(command(words), { cwd: folder, env, terminal: true }),
    startTerminal: (words, env = {}) => startCli(command(words), { cwd: folder, env, terminal: true }),
    start: (words, env = {}) => startCli(command(words), { cwd: folder, env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
