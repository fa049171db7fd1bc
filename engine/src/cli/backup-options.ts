import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { readPassphrase } from '../backup/crypt/passphrase.ts'
import type { Project } from '../project/find-project.ts'
import type { CommandContext } from './command.ts'
import type { Flags } from './flags.ts'
import { wholeNumber } from './numbers.ts'
import type { Target } from './target.ts'

/** The folder that holds the backups of a project. */
export function backupsFolder(
  { flags, workingFolder }: CommandContext,
  { root, config }: Pick<Project, 'root' | 'config'>,
): string {
  return flags.to === undefined
    ? resolve(root, config.backup?.folder ?? 'backups')
    : resolve(workingFolder, flags.to)
}

/** `shop-production-20261122T180512Z`: sorts by time, and says what it is when it lies somewhere else. */
export function backupName({ place, environment }: Pick<Target, 'place' | 'environment'>, now: Date): string {
  const database = place.kind === 'server' ? place.database : 'embedded'
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${database.replaceAll(/[^\w.-]+/g, '_')}-${environment}-${time}`
}

/** What encrypts a new backup: that of the command line, or else that of the config. */
export function backupPassphrase(
  context: CommandContext,
  { root, config }: Pick<Project, 'root' | 'config'>,
) {
  const file = config.backup?.passphraseFile
  return passphrase(context) ?? (file === undefined ? undefined : readPassphrase(resolve(root, file)))
}

export function passphrase({ flags, workingFolder }: CommandContext) {
  const file = flags['passphrase-file']
  return file === undefined ? undefined : readPassphrase(resolve(workingFolder, file))
}

export function connections(flags: Flags): number {
  return numberOf(flags, 'connections') ?? Math.min(4, availableParallelism())
}

export function numberOf(flags: Flags, name: 'connections' | 'keep' | 'keep-days'): number | undefined {
  const text = flags[name]
  return text === undefined ? undefined : wholeNumber(text, `--${name}`)
}

/** Names that may be repeated and separated by commas; undefined where none was given. */
export function nameList(given: readonly string[] | undefined): string[] | undefined {
  return given
    ?.flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
