import { type ExitCode, exitCodes } from '../errors/exit-codes.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { chooseLanguage } from '../messages/catalogue.ts'
import { atTerminal } from './at-terminal.ts'
import type { Command } from './command.ts'
import { parseFlags } from './flags.ts'

/** Loaded when called for: a command pays for its own imports only. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  apply: async () => (await import('./commands/apply.ts')).apply,
  backup: async () => (await import('./commands/backup.ts')).backup,
  'backup list': async () => (await import('./commands/backup-list.ts')).backupList,
  'backup verify': async () => (await import('./commands/backup-verify.ts')).backupVerify,
  create: async () => (await import('./commands/create.ts')).create,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  drift: async () => (await import('./commands/drift.ts')).drift,
  explain: async () => (await import('./commands/explain.ts')).explain,
  history: async () => (await import('./commands/history.ts')).history,
  parked: async () => (await import('./commands/parked.ts')).parked,
  plan: async () => (await import('./commands/plan.ts')).plan,
  pull: async () => (await import('./commands/pull.ts')).pull,
  purge: async () => (await import('./commands/purge.ts')).purge,
  redo: async () => (await import('./commands/undo.ts')).redo,
  restore: async () => (await import('./commands/restore.ts')).restore,
  runs: async () => (await import('./commands/runs.ts')).runs,
  undo: async () => (await import('./commands/undo.ts')).undo,
  unlock: async () => (await import('./commands/unlock.ts')).unlock,
  verify: async () => (await import('./commands/verify.ts')).verify,
}

export const commandNames = Object.keys(commands)

/** Runs one command line, words without the program's name, and returns what the shell should see. Never throws. */
export function main(words: readonly string[]): Promise<ExitCode> {
  return atTerminal(words, async ({ terminal, texts, signal }) => {
    const { name, rest } = commandName(words)
    if (name === '--version' || name === '-V') {
      const { version } = await import('./version.ts')
      terminal.out(version)
      return exitCodes.ok
    }
    if (name === undefined || name === 'help' || name.startsWith('-')) {
      const { generalHelp } = await import('./help.ts')
      terminal.out(generalHelp(commandNames, texts))
      const asked = name === undefined || name === 'help' || name === '--help' || name === '-h'
      return asked ? exitCodes.ok : exitCodes.usage
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw new TrueupError('USAGE-COMMAND', { command: name })
    const command = await load()
    const { flags, word } = parseFlags(rest, name, command)
    if (flags.help) {
      const { commandHelp } = await import('./help.ts')
      terminal.out(commandHelp(name, command, texts))
      return exitCodes.ok
    }
    return await command.run({
      flags,
      word,
      texts,
      language: chooseLanguage(flags.lang, process.env),
      terminal,
      workingFolder: process.cwd(),
      environment: process.env,
      now: new Date(),
      signal,
    })
  })
}

/** Some commands have a name of two words. */
function commandName(words: readonly string[]): { readonly name?: string; readonly rest: readonly string[] } {
  const [first, second] = words
  if (first === undefined) return { rest: [] }
  const both = `${first} ${second}`
  if (Object.hasOwn(commands, both)) return { name: both, rest: words.slice(2) }
  return { name: first, rest: words.slice(1) }
}
