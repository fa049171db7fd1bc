import type { ExitCode } from '../errors/exit-codes.ts'
import type { Language, Messages } from '../messages/catalogue.ts'
import type { FlagName, Flags } from './flags.ts'
import type { Terminal } from './terminal.ts'

export interface Command {
  readonly flags: readonly FlagName[]
  /** What may stand beside the flags, as help shows it: `[<code>]`. One word at most; without this, none. */
  readonly word?: string
  run(context: CommandContext): Promise<ExitCode>
}

/** All that a command gets from the outside world; nothing below reads process, argv or the clock itself. */
export interface CommandContext {
  readonly flags: Flags
  readonly word: string | undefined
  readonly language: Language
  readonly texts: Messages
  readonly terminal: Terminal
  /** Where the command was started. */
  readonly workingFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: Date
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}
