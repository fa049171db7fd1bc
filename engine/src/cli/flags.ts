import { type ParseArgsConfig, parseArgs } from 'node:util'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Messages } from '../messages/catalogue.ts'

/** Every flag of every command, once: the same name always means the same. */
export const flags = {
  accept: { type: 'string', value: '<decision>', multiple: true },
  connections: { type: 'string', value: '<number>' },
  config: { type: 'string', value: '<file>' },
  database: { type: 'string', value: '<url|folder>' },
  decisions: { type: 'string', value: '<file>' },
  drops: { type: 'string', value: 'park|now' },
  'dry-run': { type: 'boolean' },
  env: { type: 'string', value: '<name>' },
  'exit-code': { type: 'boolean' },
  force: { type: 'boolean' },
  grants: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  into: { type: 'string', value: '<schema>' },
  json: { type: 'boolean' },
  keep: { type: 'string', value: '<number>' },
  'keep-days': { type: 'string', value: '<number>' },
  lang: { type: 'string', value: 'en|ko' },
  'lock-timeout': { type: 'string', value: '<duration>' },
  'lock-wait': { type: 'string', value: '<duration>' },
  'max-lag': { type: 'string', value: '<duration>' },
  'max-load': { type: 'string', value: '<count>' },
  missing: { type: 'boolean' },
  'no-rehearsal': { type: 'boolean' },
  only: { type: 'string', value: '<table,…>', multiple: true },
  out: { type: 'string', value: '<file|folder|->' },
  'passphrase-file': { type: 'string', value: '<file>' },
  pause: { type: 'boolean' },
  'rehearse-on': { type: 'string', value: '<url>' },
  resume: { type: 'boolean' },
  schema: { type: 'string', value: '<source>', multiple: true },
  schemas: { type: 'string', value: '<name,…>', multiple: true },
  speed: { type: 'string', value: '<percent>' },
  sql: { type: 'boolean' },
  'statement-timeout': { type: 'string', value: '<duration>' },
  'terminate-blockers-after': { type: 'string', value: '<duration>' },
  tables: { type: 'string', value: '<table,…>', multiple: true },
  to: { type: 'string', value: '<folder>' },
  version: { type: 'boolean', short: 'V' },
  wait: { type: 'string', value: '<duration>' },
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

/** What may stand behind the name of a command. */
export interface Expected {
  readonly flags: readonly FlagName[]
  /** One word beside the flags may be given. */
  readonly word?: string | undefined
}

/** Reads the words after the command; a flag the command does not have is an error that names it. */
export function parseFlags(
  words: readonly string[],
  command: string,
  { flags: names, word: expected }: Expected,
): { readonly flags: Flags; readonly word: string | undefined } {
  const known = [...new Set([...names, ...generalFlags])]
  const options = Object.fromEntries(known.map((name) => [name, parserOption(flags[name])]))
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      strict: true,
      allowPositionals: true,
    })
    const surplus = positionals[expected === undefined ? 0 : 1]
    if (surplus !== undefined) throw new TrueupError('USAGE-WORD', { word: surplus, command })
    return { flags: values as Flags, word: positionals[0] }
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
