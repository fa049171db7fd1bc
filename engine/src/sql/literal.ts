import { quoteLiteral } from './quote.ts'

/**
 * A value as SQL: numbers and booleans bare, everything else as a string constant that PostgreSQL reads by the type
 * of its place. Arrays become array constants, other objects JSON. Returns undefined for what no constant can say.
 */
export function literalOf(value: unknown): string | undefined {
  if (value === null) return 'NULL'
  if (typeof value === 'number')
    return isPlainNumber(value) ? String(value) : quoteLiteral(textOfNumber(value))
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  const text = textOf(value)
  return text === undefined ? undefined : quoteLiteral(text)
}

/** A value as the text that its type's input function reads. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return textOfNumber(value)
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${hex(value)}`
  if (Array.isArray(value)) return arrayText(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined
}

/** The text form of an array (manual, 8.15.6): every element quoted, so that none is taken for NULL or a bracket. */
function arrayText(values: readonly unknown[]): string | undefined {
  const elements = values.map((value) => {
    if (value === null) return 'NULL'
    if (Array.isArray(value)) return arrayText(value)
    const text = textOf(value)
    return text === undefined ? undefined : `"${text.replace(/["\\]/g, '\\$&')}"`
  })
  return elements.includes(undefined) ? undefined : `{${elements.join(',')}}`
}

function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}

function textOfNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
