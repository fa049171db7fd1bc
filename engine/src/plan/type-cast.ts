/**
 * How values get from one type to another. Within a family PostgreSQL converts by assignment and refuses what does
 * not fit; an explicit cast would cut it off without a word (manual 8.3: varchar(n)), so it is written only where
 * nothing else leads there.
 */
export function needsExplicitCast(from: string, to: string): boolean {
  const before = familyOf(from)
  const after = familyOf(to)
  if (isArray(to) && !isArray(from)) return true
  if (elementType(from) === elementType(to) || after === 'string') return false
  return before === undefined || before !== after
}

/**
 * An expression that is true for values that would come out as another value: a digit, a fraction or a time of day lost.
 * It converts, so a value that does not fit makes it fail; only of strings the length is asked.
 */
export function losesBy(column: string, from: string, to: string): string | undefined {
  if (isArray(from) || isArray(to)) return undefined
  const family = familyOf(from)
  const limit = lengthLimit(to)
  if (limit !== undefined && familyOf(to) === 'string') return `char_length(${column}::text) > ${limit}`
  if (family !== familyOf(to)) return undefined
  if (family === 'number' && narrowsNumber(from, to))
    return `${column}::numeric IS DISTINCT FROM ${column}::${to}::numeric`
  if (family === 'moment' && narrowsMoment(from, to))
    return `${column}::timestamptz IS DISTINCT FROM ${column}::${to}::timestamptz`
  return undefined
}

/** Every value of the one type is a value of the other: nothing to try. */
export function alwaysFits(from: string, to: string): boolean {
  if (isArray(from) !== isArray(to)) return false
  const a = elementType(from)
  const b = elementType(to)
  if (b === 'text') return true
  if (a === b) return modifier(to) === undefined
  const order = ['smallint', 'integer', 'bigint', 'numeric']
  if (order.includes(a) && order.includes(b))
    return order.indexOf(a) < order.indexOf(b) && modifier(to) === undefined
  return b === 'character varying' && a === 'text' && modifier(to) === undefined
}

type Family = 'string' | 'number' | 'moment' | 'bits' | 'json' | 'address'

const families: Readonly<Record<string, Family>> = {
  text: 'string',
  'character varying': 'string',
  character: 'string',
  bpchar: 'string',
  name: 'string',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  date: 'moment',
  'timestamp without time zone': 'moment',
  'timestamp with time zone': 'moment',
  bit: 'bits',
  'bit varying': 'bits',
  json: 'json',
  jsonb: 'json',
  inet: 'address',
  cidr: 'address',
}

export function familyOf(type: string): Family | undefined {
  return families[elementType(type)]
}

/** `numeric(10,2)[]` → `numeric`; the modifier may stand inside: `timestamp(3) without time zone`. */
export function elementType(type: string): string {
  return type.replace(/\(\d+(?:,-?\d+)?\)/, '').replace(/(?:\[\])+$/, '')
}

function modifier(type: string): string | undefined {
  return /\((\d+(?:,-?\d+)?)\)/.exec(type)?.[1]
}

function isArray(type: string): boolean {
  return type.endsWith('[]')
}

function lengthLimit(type: string): number | undefined {
  const limit = modifier(type)
  return limit === undefined || familyOf(type) !== 'string' ? undefined : Number(limit)
}

function narrowsNumber(from: string, to: string): boolean {
  return !alwaysFits(from, to) && (elementType(to) !== 'numeric' || modifier(to) !== undefined)
}

function narrowsMoment(from: string, to: string): boolean {
  return (elementType(from) !== 'date' && elementType(to) === 'date') || modifier(to) !== undefined
}
