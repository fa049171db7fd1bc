import type { DefaultObject } from '../../catalog/relations.ts'
import { array, type Code, type Link, link, object, text } from '../code/code.ts'
import { objectKey, stringLiteral } from '../code/literals.ts'
import type { ColumnType } from './column-type.ts'
import type { Writing } from './writing.ts'

/**
 * DEFAULT as Drizzle says it. A value of TypeScript is written only where PostgreSQL would spell it with the very
 * words that are there; everything else stays an expression.
 */
export function columnDefault(
  { id, attributes: { expression } }: DefaultObject,
  type: string,
  { value }: ColumnType,
  writing: Writing,
): Link {
  if (expression === 'now()' && /^(date$|time)/.test(type)) return link('defaultNow')
  if (expression === 'gen_random_uuid()' && type === 'uuid') return link('defaultRandom')
  const constant = constantOf(expression, type, value)
  return link('default', constant ?? writing.sql(writing.details.expressions.get(id) ?? expression))
}

function constantOf(expression: string, type: string, value: ColumnType['value']): Code | undefined {
  switch (value) {
    case 'boolean':
      return expression === 'true' || expression === 'false' ? text(expression) : undefined
    case 'number':
      return number(expression)
    case 'bigint': {
      const digits = wholeNumber(expression)
      return digits === undefined ? undefined : text(`${digits}n`)
    }
    case 'json':
      return json(quoted(expression, type), type)
    case 'string': {
      const words = quoted(expression, withoutModifiers(type))
      return words === undefined ? undefined : stringLiteral(words)
    }
    case 'array':
      return quoted(expression, withoutModifiers(type)) === '{}' ? array([]) : undefined
    case 'date':
    case 'other':
      return undefined
  }
}

/** `'words'::type`, the words. */
function quoted(expression: string, type: string): string | undefined {
  const end = `'::${type}`
  if (!expression.startsWith("'") || !expression.endsWith(end)) return undefined
  const inside = expression.slice(1, -end.length)
  return /^(?:[^']|'')*$/.test(inside) ? inside.replaceAll("''", "'") : undefined
}

/** A constant loses the length of its type (`'a'::character varying`); `character` is called by its inner name. */
function withoutModifiers(type: string): string {
  const bare = type.replace(/\([\d,]+\)/, '')
  return bare.replace(/^character(?=$|\[)/, 'bpchar')
}

function number(expression: string): Code | undefined {
  const whole = wholeNumber(expression)
  if (whole !== undefined) return Number.isSafeInteger(Number(whole)) ? text(whole) : undefined
  const isSame = /^\d+\.\d+$/.test(expression) && String(Number(expression)) === expression
  return isSame ? text(expression) : undefined
}

/** `5`, or as PostgreSQL writes what is below zero or large: `'-5'::integer`, `'5000000000'::bigint`. */
function wholeNumber(expression: string): string | undefined {
  const [, bare, marked, type] = /^(?:(\d+)|'(-?\d+)'::(integer|bigint))$/.exec(expression) ?? []
  const digits = bare ?? marked
  if (digits === undefined) return undefined
  const isInteger = BigInt(digits) >= -(2n ** 31n) && BigInt(digits) < 2n ** 31n
  const expected = isInteger ? (digits.startsWith('-') ? 'integer' : undefined) : 'bigint'
  return type === expected ? digits : undefined
}

/** Only where Drizzle would write the same text again. */
function json(words: string | undefined, type: string): Code | undefined {
  if (words === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(words)
  } catch {
    return undefined
  }
  const again = type === 'jsonb' ? spacedJson(value) : JSON.stringify(value)
  return typeof value === 'object' && value !== null && again === words ? jsonCode(value) : undefined
}

/** JSON as jsonb prints it. */
function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spacedJson(inner)}`)
  return `{${entries.join(', ')}}`
}

function jsonCode(value: unknown): Code {
  if (Array.isArray(value)) return array(value.map(jsonCode))
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value !== 'object' || value === null) return text(String(value))
  return object(Object.entries(value).map(([key, inner]) => [objectKey(key), jsonCode(inner)]))
}
