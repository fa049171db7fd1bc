import { nameOf } from '../../catalog/identify.ts'
import type { ColumnObject, IdentityAttributes, SequenceAttributes } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../sql/quote.ts'
import { nameOfNotNull, usualNameOfNotNull } from './not-null.ts'

/** A column as CREATE TABLE and ADD COLUMN want it. */
export function columnDefinition(column: ColumnObject, defaultExpression: string | undefined): string {
  const { type, collation, compression, foreignOptions } = column.attributes
  const parts = [quoteIdentifier(column.name), type]
  if (compression) parts.push(`COMPRESSION ${compressionName(compression)}`)
  if (foreignOptions.length > 0) parts.push(`OPTIONS (${foreignOptions.map(optionPair).join(', ')})`)
  if (collation) parts.push(`COLLATE ${collation}`)
  return [...parts, ...columnOptions(column, defaultExpression)].join(' ')
}

/** What stands after a column's name in a typed table as well. */
export function columnOptions(column: ColumnObject, defaultExpression: string | undefined): string[] {
  const { notNull, notNullValid, identity, generated } = column.attributes
  const parts: string[] = []
  if (defaultExpression !== undefined) parts.push(`DEFAULT ${defaultExpression}`)
  if (generated) parts.push(`GENERATED ALWAYS AS (${generated.expression}) ${generated.kind.toUpperCase()}`)
  if (identity) parts.push(identityClause(identity, column))
  if (notNull && notNullValid && !isParents(column)) parts.push(notNullClause(column))
  return parts
}

/** Said again, the NOT NULL that comes with a parent's would get a name of its own (PostgreSQL 18). */
function isParents(column: ColumnObject): boolean {
  return column.attributes.notNullName === null && nameOfNotNull(column) !== usualNameOfNotNull(column)
}

function notNullClause(column: ColumnObject): string {
  const { notNullName, notNullNoInherit } = column.attributes
  const name = notNullName ? `CONSTRAINT ${quoteIdentifier(notNullName)} ` : ''
  return `${name}NOT NULL${notNullNoInherit ? ' NO INHERIT' : ''}`
}

export function identityClause(identity: IdentityAttributes, column: ColumnObject): string {
  const options = sequenceOptions(identity.sequence)
  const table = nameOf(column.parent ?? '')
  if (identity.sequenceName !== chosenName(table, column.name, 'seq'))
    options.unshift(`SEQUENCE NAME ${quoteQualified(identity.sequenceSchema, identity.sequenceName)}`)
  const sequence = options.length > 0 ? ` (${options.join(' ')})` : ''
  return `GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${sequence}`
}

const limits: Readonly<Record<string, readonly [min: string, max: string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
}

/** Only what differs from what CREATE SEQUENCE would take by itself (manual: CREATE SEQUENCE). */
export function sequenceOptions(sequence: SequenceAttributes): string[] {
  const descending = sequence.increment.startsWith('-')
  const [lowest, highest] = limits[sequence.type] ?? limits['bigint']!
  const min = descending ? lowest : '1'
  const max = descending ? '-1' : highest
  const options: string[] = []
  if (sequence.increment !== '1') options.push(`INCREMENT BY ${sequence.increment}`)
  if (sequence.min !== min) options.push(`MINVALUE ${sequence.min}`)
  if (sequence.max !== max) options.push(`MAXVALUE ${sequence.max}`)
  if (sequence.start !== (descending ? sequence.max : sequence.min))
    options.push(`START WITH ${sequence.start}`)
  if (sequence.cache !== '1') options.push(`CACHE ${sequence.cache}`)
  if (sequence.cycle) options.push('CYCLE')
  return options
}

export function compressionName(code: string): string {
  return code === 'p' ? 'pglz' : 'lz4'
}

export const storageNames: Readonly<Record<string, string>> = {
  p: 'PLAIN',
  e: 'EXTERNAL',
  m: 'MAIN',
  x: 'EXTENDED',
}

/** `name=value` of pg_catalog options as `name 'value'`. */
export function optionPair(option: string): string {
  const equals = option.indexOf('=')
  return `${quoteIdentifier(option.slice(0, equals))} ${quoteLiteral(option.slice(equals + 1))}`
}

/** `name=value` of reloptions, the value quoted where it is no plain word or number. */
export function storageOption(option: string): string {
  const equals = option.indexOf('=')
  const value = option.slice(equals + 1)
  return `${option.slice(0, equals)}=${/^[a-z0-9_.+-]+$/.test(value) ? value : quoteLiteral(value)}`
}

/** What CREATE TABLE cannot say of a column: ALTER TABLE says it afterwards. */
export function columnSettings(column: ColumnObject): string[] {
  const { storage, statistics, options } = column.attributes
  const name = quoteIdentifier(column.name)
  const settings: string[] = []
  if (storage) settings.push(`ALTER COLUMN ${name} SET STORAGE ${storageNames[storage]}`)
  if (statistics !== null) settings.push(`ALTER COLUMN ${name} SET STATISTICS ${statistics}`)
  if (options.length > 0) settings.push(`ALTER COLUMN ${name} SET (${options.map(storageOption).join(', ')})`)
  if (column.attributes.notNull && !column.attributes.notNullValid && column.attributes.local)
    settings.push(notValidNotNull(column))
  return settings
}

function notValidNotNull({ name, attributes }: ColumnObject): string {
  const constraint = attributes.notNullName ? `CONSTRAINT ${quoteIdentifier(attributes.notNullName)} ` : ''
  const inherit = attributes.notNullNoInherit ? ' NO INHERIT' : ''
  return `ADD ${constraint}NOT NULL ${quoteIdentifier(name)}${inherit} NOT VALID`
}
