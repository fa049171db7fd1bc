import { type ParseArgsConfig, parseArgs } from 'node:util'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Messages } from '../messages/catalogue.ts'

/** Every flag of every command, once: the same name always means the same. */
export const flags = {
  accept: { type: 'string', value: '<decision>', multiple: true },
  config: { type: 'string', value: '<file>' },
  database: { type: 'string', value: '<url|folder>' },
  decisions: { type: 'string', value: '<file>' },
  'dry-run': { type: 'boolean' },
  env: { type: 'string', value: '<name>' },
  'exit-code': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string', value: 'en|ko' },
  missing: { type: 'boolean' },
  'no-rehearsal': { type: 'boolean' },
  only: { type: 'string', value: '<table,…>', multiple: true },
  schema: { type: 'string', value: '<source>', multiple: true },
  sql: { type: 'boolean' },
  version: { type: 'boolean', short: 'V' },
  yes: { type: 'boolean', short: 'y' },
} as const satisfies Record<string, FlagSpec>

interface FlagSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly value?: string
  readonly multiple?: boolean
}

export type FlagName = keyof typeof flags

type FlagValue<Spec extends FlagSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec['multiple'] extends true
    ? readonly string[]
    : string

export type Flags = { readonly [Name in FlagName]?: FlagValue<(typeof flags)[Name]> | undefined }

/** Flags that every command has. */
export const generalFlags: readonly FlagName[] = ['lang', 'help']

/** Reads the words after the command; a flag the command does not have is an error that names it. */
export function parseFlags(words: readonly string[], command: string, names: readonly FlagName[]): Flags {
  const known = [...new Set([...names, ...generalFlags])]
  const options = Object.fromEntries(known.map((name) => [name, parserOption(flags[name])]))
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    return values as Flags
  } catch (error) {
    throw explain(error, command)
  }
}

type ParserOption = NonNullable<ParseArgsConfig['options']>[string]

function parserOption({ type, short, multiple }: FlagSpec): ParserOption {
  return { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) }
}

/** The parser's complaint in our words; it names the word in quotes. */
function explain(error: unknown, command: string): unknown {
  const { code, message = '' } = error as { code?: string; message?: string }
  const word = /'([^']*)'/.exec(message)?.[1]?.split(/[ ,]/)[0] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new TrueupError('USAGE-FLAG-UNKNOWN', { flag: word, command }, { cause: error })
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const flag = `--${/--([\w-]+)/.exec(message)?.[1] ?? word}`
      const takesValue = !message.includes('does not take')
      return new TrueupError('USAGE-FLAG-VALUE', { flag, takesValue }, { cause: error })
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return new TrueupError('USAGE-WORD', { word, command }, { cause: error })
    default:
      return error
  }
}

/** `--name <value>` with what it means, one line each, for a help page. */
export function describeFlags(names: readonly FlagName[], texts: Messages): (readonly [string, string])[] {
  return [...new Set([...names, ...generalFlags])].map((name) => {
    const spec: FlagSpec = flags[name]
    const short = spec.short ? `-${spec.short}, ` : ''
    return [`${short}--${name}${spec.value ? ` ${spec.value}` : ''}`, texts.flags[name]()] as const
  })
}
