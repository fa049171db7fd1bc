import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { readPassphrase } from '../backup/crypt/passphrase.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Project } from '../project/find-project.ts'
import type { CommandContext } from './command.ts'
import type { Flags } from './flags.ts'

/** The folder that holds the backups of a project. */
export function backupsFolder(
  { flags, workingFolder }: CommandContext,
  project: Pick<Project, 'root'>,
): string {
  return flags.to === undefined ? resolve(project.root, 'backups') : resolve(workingFolder, flags.to)
}

export function passphrase({ flags, workingFolder }: CommandContext) {
  const file = flags['passphrase-file']
  return file === undefined ? undefined : readPassphrase(resolve(workingFolder, file))
}

export function connections(flags: Flags): number {
  return wholeNumber(flags, 'connections') ?? Math.min(4, availableParallelism())
}

export function wholeNumber(flags: Flags, name: 'connections' | 'keep' | 'keep-days'): number | undefined {
  const text = flags[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1) throw new TrueupError('BACKUP-NUMBER', { flag: `--${name}` })
  return number
}

/** Names that may be repeated and separated by commas; undefined where none was given. */
export function nameList(given: readonly string[] | undefined): string[] | undefined {
  return given
    ?.flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
