import { array, type Entry, type Link, link, object, text } from '../code/code.ts'
import { stringLiteral, strings } from '../code/literals.ts'
import { isModelled } from './modelled.ts'
import type { Writing } from './writing.ts'

/** A type as Drizzle's function for it, and what its values are in TypeScript. */
export interface ColumnType {
  /** `name('column', { … })`, then `.array()` where it is one. */
  readonly links: readonly Link[]
  readonly value: ValueKind
}

export type ValueKind = 'number' | 'bigint' | 'boolean' | 'string' | 'date' | 'json' | 'array' | 'other'

export interface TypeWishes {
  /** A bigint that holds keys: its values stay below 2^53. */
  readonly readsNumber?: boolean | undefined
  /** All values that a text may have. */
  readonly values?: readonly string[] | undefined
}

/** @param type as format_type spells it */
export function columnType(type: string, name: string, wishes: TypeWishes, writing: Writing): ColumnType {
  const element = type.replace(/\[\]$/, '')
  const { callee, options, value } = elementType(element, wishes, writing)
  const own = link(callee, stringLiteral(name), ...(options.length > 0 ? [object(options)] : []))
  return element === type ? { links: [own], value } : { links: [own, link('array')], value: 'array' }
}

interface ElementType {
  readonly callee: string
  readonly options: readonly Entry[]
  readonly value: ValueKind
}

function elementType(type: string, { readsNumber, values }: TypeWishes, writing: Writing): ElementType {
  const enumeration = writing.index.get(`enum:${type}`)
  if (enumeration && isModelled(enumeration))
    return { callee: writing.names.of(enumeration.id), options: [], value: 'string' }
  if (type === 'bigint') {
    const value = readsNumber ? 'number' : 'bigint'
    return { callee: writing.pg('bigint'), options: [['mode', stringLiteral(value)]], value }
  }
  if (type === 'text' && values)
    return { callee: writing.pg('text'), options: [['enum', array(strings(values))]], value: 'string' }
  const known = readType(type)
  if (!known) return { callee: writing.customType(type), options: [], value: 'other' }
  return { ...known, callee: writing.pg(known.callee) }
}

/** Types that Drizzle has a function for, without those that it spells in another way than PostgreSQL would. */
function readType(type: string): ElementType | undefined {
  const simple = simpleTypes[type]
  if (simple) return { callee: simple[0], options: [], value: simple[1] }
  const [, name = '', modifiers = '', rest = ''] = /^([a-z ]+?)\(([-\d,]+)\)(.*)$/.exec(type) ?? []
  const [first = '', second] = modifiers.split(',')
  switch (name + rest) {
    case 'character varying':
      return { callee: 'varchar', options: [['length', text(first)]], value: 'string' }
    case 'character':
      return { callee: 'char', options: [['length', text(first)]], value: 'string' }
    case 'numeric':
      return { callee: 'numeric', options: numericOptions(first, second), value: 'string' }
    case 'timestamp with time zone':
      return {
        callee: 'timestamp',
        options: [['withTimezone', text('true')], precision(first)],
        value: 'date',
      }
    case 'timestamp without time zone':
      return { callee: 'timestamp', options: [precision(first)], value: 'date' }
    case 'time with time zone':
      return { callee: 'time', options: [['withTimezone', text('true')], precision(first)], value: 'string' }
    case 'time without time zone':
      return { callee: 'time', options: [precision(first)], value: 'string' }
    case 'interval':
      return { callee: 'interval', options: [precision(first)], value: 'string' }
    default:
      return type.endsWith(' with time zone') ? zoned(type) : undefined
  }
}

function zoned(type: string): ElementType | undefined {
  const options: Entry[] = [['withTimezone', text('true')]]
  if (type === 'timestamp with time zone') return { callee: 'timestamp', options, value: 'date' }
  return type === 'time with time zone' ? { callee: 'time', options, value: 'string' } : undefined
}

function precision(digits: string): Entry {
  return ['precision', text(digits)]
}

/** A scale of 0 is what PostgreSQL takes when none is given. */
function numericOptions(digits: string, scale: string | undefined): Entry[] {
  return [precision(digits), ...(scale && scale !== '0' ? [['scale', text(scale)] as const] : [])]
}

const simpleTypes: Readonly<Record<string, readonly [callee: string, value: ValueKind]>> = {
  boolean: ['boolean', 'boolean'],
  'character varying': ['varchar', 'string'],
  cidr: ['cidr', 'string'],
  date: ['date', 'string'],
  'double precision': ['doublePrecision', 'number'],
  inet: ['inet', 'string'],
  integer: ['integer', 'number'],
  interval: ['interval', 'string'],
  json: ['json', 'json'],
  jsonb: ['jsonb', 'json'],
  line: ['line', 'other'],
  macaddr: ['macaddr', 'string'],
  macaddr8: ['macaddr8', 'string'],
  numeric: ['numeric', 'string'],
  point: ['point', 'other'],
  real: ['real', 'number'],
  smallint: ['smallint', 'number'],
  text: ['text', 'string'],
  'time without time zone': ['time', 'string'],
  'timestamp without time zone': ['timestamp', 'date'],
  uuid: ['uuid', 'string'],
}

/** What the driver gives for a value of a type that Drizzle has no function for, as TypeScript. */
export function customValue(type: string, writing: Writing): string {
  const domain = writing.index.get(`domain:${type}`)
  if (domain?.kind === 'domain') return customValue(domain.attributes.type, writing)
  if (/^(smallint|integer|real|double precision|oid)$/.test(type)) return 'number'
  if (type === 'boolean') return 'boolean'
  if (/^jsonb?$/.test(type)) return 'unknown'
  return type === 'bytea' ? 'Uint8Array' : 'string'
}
