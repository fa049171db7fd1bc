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
    throw new TrueupError('USAGE-FLAG', { problem: firstLine(error), command }, { cause: error })
  }
}

type ParserOption = NonNullable<ParseArgsConfig['options']>[string]

function parserOption({ type, short, multiple }: FlagSpec): ParserOption {
  return { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const line = message.split(/\n|\. To specify/)[0] ?? message
  return line.charAt(0).toLowerCase() + line.slice(1)
}

/** `--name <value>` with what it means, one line each, for a help page. */
export function describeFlags(names: readonly FlagName[], texts: Messages): (readonly [string, string])[] {
  return [...new Set([...names, ...generalFlags])].map((name) => {
    const spec: FlagSpec = flags[name]
    const short = spec.short ? `-${spec.short}, ` : ''
    return [`${short}--${name}${spec.value ? ` ${spec.value}` : ''}`, texts.flags[name]()] as const
  })
}
