import { type ParseArgsConfig, parseArgs } from 'node:util'
import { TrueupError } from '../errors/trueup-error.ts'

/** One flag: what it takes, and how help writes its value. */
export interface FlagSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly value?: string
  readonly multiple?: boolean
}

/** Reads words as flags and other words; throws USAGE-FLAG-UNKNOWN or USAGE-FLAG-VALUE. */
export function parseWords(
  words: readonly string[],
  specs: Readonly<Record<string, FlagSpec>>,
  command: string,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, parserOption(spec)]))
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true })
  } catch (error) {
    throw explain(error, command)
  }
}

/** A flag as help shows it: `-y, --yes`, `--database <url|folder>`. */
export function flagWords(name: string, { short, value }: FlagSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
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
    default:
      return error
  }
}
