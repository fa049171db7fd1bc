import { TrueupError } from '../errors/trueup-error.ts'
import { quoteLiteral } from './quote.ts'

/** Values that nobody may see, by the marker that stands for each in attributes and statements. */
export type Secrets = ReadonlyMap<string, { readonly reveal: () => string }>

/**
 * What stands in the place of a password in catalogs, plans and reports. Equal secrets of one place have equal
 * markers, so that they can be compared without being known.
 */
export function secretMarker(digest: string): string {
  return `<secret ${digest}>`
}

const markerConstant = /'(<secret [0-9a-z]+>)'/g

/** For a secret that the reading role may not see. */
export const unknownSecret = secretMarker('unknown')

export function isSecretMarker(text: string): boolean {
  return /^<secret [0-9a-z]+>$/.test(text)
}

/**
 * A statement as it must be sent: every constant that is a marker becomes the secret. The result is for the server
 * alone. Fails with SECRET-UNKNOWN when a marker came without its secret (from a file, for example).
 */
export function revealSecrets(sql: string, secrets: Secrets): string {
  if (!sql.includes("'<secret ")) return sql
  return sql.replaceAll(markerConstant, (_, marker: string) => {
    const known = secrets.get(marker)
    if (!known) throw new TrueupError('SECRET-UNKNOWN', { marker })
    return quoteLiteral(known.reveal())
  })
}

/** The markers in a text, whatever stands around them. */
export function secretsIn(text: string): string[] {
  return text.match(/<secret [0-9a-z]+>/g) ?? []
}

export function namesSecret(sql: string): boolean {
  return /'<secret [0-9a-z]+>'/.test(sql)
}

/**
 * What a server says about a revealed statement, for people: servers quote the word they stumbled over, which may be
 * any word of a connection string.
 */
export function concealSecrets(text: string, secrets: Secrets): string {
  const words = [...secrets.values()].flatMap((known) => [
    known.reveal(),
    ...known.reveal().split(/[\s='"@:/?&]+/),
  ])
  return words
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((shown, word) => shown.replaceAll(word, '[secret]'), text)
}
