import type { ExitCode } from '../errors/exit-codes.ts'
import { exitCodes } from '../errors/exit-codes.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Language, Messages } from '../messages/catalogue.ts'
import { alignColumns } from '../report/terminal/columns.ts'
import { type ProblemParts, partsText } from '../report/terminal/problem.ts'
import { atTerminal } from './at-terminal.ts'
import { flags as engineFlags } from './flags.ts'
import { type FlagSpec, flagWords, parseWords } from './parse-words.ts'
import { withDiagnosis } from './target.ts'
import type { Terminal } from './terminal.ts'

/** A command of a project's own, that speaks and fails as the engine's commands do. */
export interface Script<Name extends string = string> {
  /** As people start it: `npm run seed --`. */
  readonly command: string
  /** What it takes; `help` and `lang` are always there. A flag without a value is a switch. */
  readonly flags: Readonly<Record<Name, { readonly value?: string }>>
  describe(language: Language): { readonly summary: string; readonly flags: Readonly<Record<Name, string>> }
  run(context: ScriptContext<Name>): Promise<ExitCode>
}

export interface ScriptContext<Name extends string = string> {
  readonly values: Readonly<Partial<Record<Name, string>>>
  readonly has: (name: Name) => boolean
  readonly language: Language
  readonly terminal: Terminal
  readonly workingFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Explains why the script does not do it, in the words of an error. */
  refuse(refusal: Pick<ProblemParts, 'code' | 'message' | 'hint'>): ExitCode
}

/** Runs a script with the words behind its name, and returns what the shell should see. Never throws. */
export function runScript<Name extends string>(
  script: Script<Name>,
  words: readonly string[],
): Promise<ExitCode> {
  return atTerminal(words, async ({ terminal, language, texts, signal }) => {
    const specs = flagsOf(script)
    const { values, positionals } = parseWords(words, specs, script.command)
    const [word] = positionals
    if (word !== undefined) throw new TrueupError('USAGE-WORD', { word, command: script.command })
    if (values['help']) {
      terminal.out(help(script, specs, language, texts))
      return exitCodes.ok
    }
    return await withDiagnosis(() =>
      script.run({
        values: values as Partial<Record<Name, string>>,
        has: (name) => values[name] === true,
        language,
        terminal,
        workingFolder: process.cwd(),
        environment: process.env,
        signal,
        refuse: (refusal) => {
          terminal.note(partsText({ ...refusal, detail: undefined, cause: undefined }, texts))
          return refusal.code.startsWith('USAGE-') ? exitCodes.usage : exitCodes.failure
        },
      }),
    )
  })
}

function flagsOf({ flags }: Script): Record<string, FlagSpec> {
  const own = Object.entries(flags).map(
    ([name, { value }]) =>
      [name, value === undefined ? { type: 'boolean' } : { type: 'string', value }] as const,
  )
  return { ...Object.fromEntries(own), lang: engineFlags.lang, help: engineFlags.help }
}

function help<Name extends string>(
  script: Script<Name>,
  specs: Readonly<Record<string, FlagSpec>>,
  language: Language,
  texts: Messages,
): string {
  const { summary, flags } = script.describe(language)
  const meanings: Readonly<Record<string, string>> = {
    ...flags,
    lang: texts.flags.lang(),
    help: texts.flags.help(),
  }
  const rows = Object.entries(specs).map(([name, spec]) => [
    `  ${flagWords(name, spec)}`,
    meanings[name] ?? '',
  ])
  return [`${script.command}: ${summary}`, '', ...alignColumns(rows)].join('\n')
}
