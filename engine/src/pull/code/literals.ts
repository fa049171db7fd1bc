import { type Code, text } from './code.ts'

/** A string constant, in the quotes that need fewer escapes. */
export function stringLiteral(value: string): Code {
  const single = count(value, "'")
  const quote = single > count(value, '"') ? '"' : "'"
  const safe = value.replaceAll(/[\\\p{Cc}\u2028\u2029]/gu, escaped).replaceAll(quote, `\\${quote}`)
  return text(`${quote}${safe}${quote}`)
}

export function strings(values: readonly string[]): Code[] {
  return values.map(stringLiteral)
}

/** A template of Drizzle's `sql` that says these very words. */
export function sqlTemplate(words: string): Code {
  const escaped = words.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return text(`sql\`${escaped}\``)
}

/**
 * An expression on one line, where PostgreSQL breaks CASE into several; unless a text or a quoted name may hold one of
 * the line ends.
 */
export function inOneLine(expression: string): string {
  const lines = expression.split('\n')
  const areClosed = lines.every((line) => count(line, "'") % 2 === 0 && count(line, '"') % 2 === 0)
  return areClosed
    ? lines
        .map((line) => line.trim())
        .join(' ')
        .trim()
    : expression
}

/** The key of an object, in quotes where it is no plain name. */
export function objectKey(key: string): string {
  return isIdentifier(key) ? key : (stringLiteral(key) as { readonly text: string }).text
}

/** `t.name`, or `t['a name']`. */
export function member(of: string, key: string): string {
  return isIdentifier(key) ? `${of}.${key}` : `${of}[${objectKey(key)}]`
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)
}

function count(value: string, letter: string): number {
  return value.split(letter).length - 1
}

function escaped(letter: string): string {
  const known = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' } as Record<string, string>
  return known[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
