import { TrueupError } from '../errors/trueup-error.ts'
import { reservedWords } from './reserved-words.ts'

/**
 * A name as PostgreSQL must read it: plain where that means the same, in double quotes otherwise, by the rule of
 * the server's own `quote_ident`. Fails with SQL-TEXT-NOT-STORABLE where no spelling can carry the name.
 */
export function quoteIdentifier(name: string): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !reservedWords.has(name)) return name
  return `"${storable(name).replaceAll('"', '""')}"`
}

/** A name behind its schema or other owner; parts that are absent are left out: `sales."Order"`. */
export function quoteQualified(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(quoteIdentifier)
    .join('.')
}

/**
 * A text as a string constant. Backslashes go into an `E''` constant, as `quote_literal` does, so that the result
 * means the same whatever `standard_conforming_strings` says. Fails with SQL-TEXT-NOT-STORABLE.
 */
export function quoteLiteral(text: string): string {
  const doubled = storable(text).replaceAll("'", "''")
  return doubled.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`
}

/** A zero byte would end the message early, half of a surrogate pair would arrive as another letter. */
function storable(text: string): string {
  const found = /[\0\p{Surrogate}]/u.exec(text)
  if (!found) return text
  const codePoint = `U+${text.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, '0')}`
  throw new TrueupError('SQL-TEXT-NOT-STORABLE', { codePoint, before: text.slice(0, found.index).slice(-40) })
}
