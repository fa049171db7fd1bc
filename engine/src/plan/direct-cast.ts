import type { CatalogIndex } from '../catalog/index-catalog.ts'
import { elementType, familyOf } from './type-cast.ts'

/**
 * Whether PostgreSQL has a cast between two types (manual: CREATE CAST, `\dC`). Where it has none only the text form
 * leads from one to the other. Of types that extensions bring nothing is known, so that theirs are trusted.
 */
export function hasDirectCast(
  from: string,
  to: string,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): boolean {
  if (from.endsWith('[]') !== to.endsWith('[]')) return isText(from) || isText(to)
  const before = plainType(from, fromIndex)
  const after = plainType(to, toIndex)
  if (before === after || isText(before) || isText(after)) return true
  if (toIndex.has(`cast:(${before} AS ${after})`)) return true
  if (isOwn(before, fromIndex) || isOwn(after, toIndex)) return multirangeOf(before, fromIndex) === after
  if (before.includes('.') || after.includes('.')) return true
  const family = familyOf(before)
  if (family !== undefined && family === familyOf(after)) return true
  return (casts[before] ?? []).includes(after)
}

/** The type that a domain is made of, however many domains stand between. */
export function typeBelow(type: string, index: CatalogIndex): string {
  const domain = index.get(`domain:${type}`)
  return domain?.kind === 'domain' ? typeBelow(domain.attributes.type, index) : type
}

/** Without domains, modifiers and the fields of an interval. */
function plainType(type: string, index: CatalogIndex): string {
  return elementType(typeBelow(elementType(type), index)).replace(/^interval .*/, 'interval')
}

function isText(type: string): boolean {
  return familyOf(type) === 'string'
}

function isOwn(type: string, index: CatalogIndex): boolean {
  return ['enum', 'composite', 'range', 'table'].some((kind) => index.has(`${kind}:${type}`))
}

function multirangeOf(type: string, index: CatalogIndex): string | undefined {
  const range = index.get(`range:${type}`)
  return range?.kind === 'range' ? range.attributes.multirange : undefined
}

const numbers = ['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric']

/** Casts of pg_cast that lead out of a family and are the same in 14 to 18. */
const casts: Readonly<Record<string, readonly string[]>> = {
  boolean: ['integer'],
  smallint: ['oid'],
  integer: ['boolean', 'bit', 'money', 'oid', '"char"'],
  bigint: ['bit', 'money', 'oid'],
  numeric: ['money'],
  money: ['numeric'],
  bit: ['integer', 'bigint'],
  oid: ['integer', 'bigint'],
  '"char"': ['integer'],
  jsonb: ['boolean', ...numbers],
  'timestamp without time zone': ['time without time zone'],
  'timestamp with time zone': ['time without time zone', 'time with time zone'],
  'time without time zone': ['interval', 'time with time zone'],
  'time with time zone': ['time without time zone'],
  interval: ['time without time zone'],
  macaddr: ['macaddr8'],
  macaddr8: ['macaddr'],
  lseg: ['point'],
  path: ['polygon'],
  box: ['point', 'lseg', 'polygon', 'circle'],
  polygon: ['point', 'path', 'box', 'circle'],
  circle: ['point', 'box', 'polygon'],
  point: ['box'],
  int4range: ['int4multirange'],
  int8range: ['int8multirange'],
  numrange: ['nummultirange'],
  daterange: ['datemultirange'],
  tsrange: ['tsmultirange'],
  tstzrange: ['tstzmultirange'],
}
