import type { Command } from '../../src/cli/command.ts'
import type { Flags } from '../../src/cli/flags.ts'
import { isTrueupError } from '../../src/errors/trueup-error.ts'
import { en } from '../../src/messages/en.ts'
import { styleOf } from '../../src/report/terminal/style.ts'

export interface InProcessResult {
  /** Undefined when the command failed; `error` has the code then. */
  readonly exitCode: number | undefined
  readonly error: string | undefined
  readonly out: string
  readonly notes: string
}

/** Runs a command as the command line does, in this process: for tests that need many at once. */
export async function runInProcess(
  command: Command,
  folder: string,
  flags: Flags,
  word?: string,
): Promise<InProcessResult> {
  const [out, notes]: [string[], string[]] = [[], []]
  const result = { exitCode: undefined as number | undefined, error: undefined as string | undefined }
  try {
    result.exitCode = await command.run({
      flags,
      word,
      language: 'en',
      texts: en,
      terminal: {
        out: (text) => void out.push(text),
        note: (text) => void notes.push(text),
        status: () => {},
        watched: false,
        screen: { style: styleOf(false), columns: 100 },
        interactive: false,
      },
      workingFolder: folder,
      environment: {},
      now: new Date(),
      signal: new AbortController().signal,
    })
  } catch (error) {
    if (!isTrueupError(error)) throw error
    result.error = `${error.code}: ${error.message}`
  }
  return { ...result, out: out.join('\n'), notes: notes.join('\n') }
}
