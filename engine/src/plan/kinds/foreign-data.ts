import type { ForeignDataWrapperObject, ServerObject, UserMappingObject } from '../../catalog/foreign-data.ts'
import { pathOf } from '../../catalog/identify.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { unknownSecret } from '../../sql/secret-marker.ts'
import { optionPair } from './column.ts'

export function createWrapper({ id, attributes }: ForeignDataWrapperObject): string {
  const { handler, validator, options } = attributes
  return [
    `CREATE FOREIGN DATA WRAPPER ${pathOf(id)}`,
    ...(handler ? [`HANDLER ${handler}`] : []),
    ...(validator ? [`VALIDATOR ${validator}`] : []),
    ...optionsClause(options),
  ].join(' ')
}

export function createServer({ id, attributes }: ServerObject): string {
  const { wrapper, type, version, options } = attributes
  return [
    `CREATE SERVER ${pathOf(id)}`,
    ...(type === null ? [] : [`TYPE ${quoteLiteral(type)}`]),
    ...(version === null ? [] : [`VERSION ${quoteLiteral(version)}`]),
    `FOREIGN DATA WRAPPER ${wrapper}`,
    ...optionsClause(options),
  ].join(' ')
}

/** Options that could not be read cannot be written: the marker in their place stops the run. */
export function createUserMapping({ id, attributes }: UserMappingObject): string {
  const options = attributes.options ?? [`unknown=${unknownSecret}`]
  return [`CREATE USER MAPPING ${pathOf(id)}`, ...optionsClause(options)].join(' ')
}

export function optionsClause(options: readonly string[]): string[] {
  return options.length > 0 ? [`OPTIONS (${options.map(optionPair).join(', ')})`] : []
}
