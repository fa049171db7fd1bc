import type { Waiting } from '../run-lock/wait.ts'
import type { CommandContext } from './command.ts'
import { parseDuration } from './duration.ts'

/** How a command waits for another run, and what it says meanwhile. */
export function waitingOf({ flags, signal, terminal, texts }: CommandContext): Waiting {
  return {
    waitMs: flags.wait === undefined ? waitMs : parseDuration(flags.wait, '--wait'),
    signal,
    say: (holder, waitedMs) =>
      terminal.note(texts.runs.waiting({ holder, seconds: Math.round(waitedMs / 1000) })),
  }
}

const waitMs = 600_000
