import { TrueupError } from '../errors/trueup-error.ts'
import type { Messages } from '../messages/catalogue.ts'
import { parseDuration } from './duration.ts'
import { count, wholeNumber } from './numbers.ts'
import { type FlagSpec, flagWords, parseWords } from './parse-words.ts'

/** Every flag of every command, once: the same name always means the same. */
export const flags = {
  accept: { type: 'string', value: '<decision>', multiple: true },
  adopt: { type: 'string', value: '<file|folder>' },
  'confirm-database': { type: 'string', value: '<name>' },
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
  'no-backup': { type: 'boolean' },
  'no-rehearsal': { type: 'boolean' },
  objects: { type: 'string', value: '<pattern,…>', multiple: true },
  'older-than': { type: 'string', value: '<duration>' },
  only: { type: 'string', value: '<table,…>', multiple: true },
  out: { type: 'string', value: '<file|folder|->' },
  'passphrase-file': { type: 'string', value: '<file>' },
  pause: { type: 'boolean' },
  reassign: { type: 'string', value: '<environment>' },
  'rehearse-on': { type: 'string', value: '<url>' },
  resume: { type: 'boolean' },
  revert: { type: 'boolean' },
  run: { type: 'string', value: '<run>' },
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
  const specs = Object.fromEntries(known.map((name) => [name, flags[name]]))
  const { values, positionals } = parseWords(words, specs, `trueup ${command}`)
  for (const name of known) checkValue(name, values[name])
  const surplus = positionals[expected === undefined ? 0 : 1]
  if (surplus !== undefined)
    throw new TrueupError('USAGE-WORD', { word: surplus, command: `trueup ${command}` })
  return { flags: values as Flags, word: positionals[0] }
}

/** A wrong value is told before anything begins, whether or not it would come to be used. */
function checkValue(name: FlagName, value: unknown): void {
  const { value: form } = flags[name] as FlagSpec
  if (typeof value === 'string') forms[form ?? '']?.(value, `--${name}`)
}

const forms: Readonly<Record<string, (text: string, flag: string) => number>> = {
  '<duration>': parseDuration,
  '<number>': wholeNumber,
  '<count>': count,
}

/** `--name <value>` with what it means, one line each, for a help page. */
export function describeFlags(names: readonly FlagName[], texts: Messages): (readonly [string, string])[] {
  return [...new Set([...names, ...generalFlags])].map(
    (name) => [flagWords(name, flags[name]), texts.flags[name]()] as const,
  )
}
