import type { ObjectId } from '../../catalog/object.ts'
import type { ReadingContext } from './reader.ts'

/** Options of a wrapper, server, foreign table or column, with a marker for what looks like a secret. */
export function foreignOptions(
  options: readonly string[] | null,
  id: ObjectId,
  context: ReadingContext,
): string[] {
  return conceal(options ?? [], (name) => secretNames.test(name), id, context)
}

/** Whatever a user mapping says is for logging in, so all is secret but what is known to be harmless. */
export function mappingOptions(options: readonly string[], id: ObjectId, context: ReadingContext): string[] {
  return conceal(options, (name) => !harmless.has(name.toLowerCase()), id, context)
}

const secretNames = /passw|pwd|passphrase|secret|token|credential|(private|access|api)_?key/i
const harmless: ReadonlySet<string> = new Set([
  'user',
  'username',
  'user_name',
  'password_required',
  'use_scram_passthrough',
])

function conceal(
  options: readonly string[],
  isSecret: (name: string) => boolean,
  id: ObjectId,
  context: ReadingContext,
): string[] {
  return options.map((option) => {
    const equals = option.indexOf('=')
    const name = option.slice(0, equals)
    if (!isSecret(name)) return option
    return `${name}=${context.conceal(`${id} ${name}`, option.slice(equals + 1))}`
  })
}
