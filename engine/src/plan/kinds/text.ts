import { pathOf } from '../../catalog/identify.ts'
import type {
  CollationObject,
  ConversionObject,
  TextSearchConfigurationObject,
  TextSearchDictionaryObject,
  TextSearchParserObject,
  TextSearchTemplateObject,
} from '../../catalog/text.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'

export function createCollation({ id, attributes }: CollationObject): string {
  const { provider, locale, collate, characterType, deterministic, rules } = attributes
  const options = [
    `provider = ${provider}`,
    ...(locale === null ? [] : [`locale = ${quoteLiteral(locale)}`]),
    ...(collate === null ? [] : [`lc_collate = ${quoteLiteral(collate)}`]),
    ...(characterType === null ? [] : [`lc_ctype = ${quoteLiteral(characterType)}`]),
    ...(deterministic ? [] : ['deterministic = false']),
    ...(rules === null ? [] : [`rules = ${quoteLiteral(rules)}`]),
  ]
  return `CREATE COLLATION ${pathOf(id)} (${options.join(', ')})`
}

export function createConversion({ id, attributes }: ConversionObject): string {
  const { isDefault, source, destination } = attributes
  const encodings = `FOR ${quoteLiteral(source)} TO ${quoteLiteral(destination)}`
  return `CREATE ${isDefault ? 'DEFAULT ' : ''}CONVERSION ${pathOf(id)} ${encodings} FROM ${attributes.function}`
}

export function createParser({ id, attributes }: TextSearchParserObject): string {
  const { start, token, end, lexTypes, headline } = attributes
  const options = [
    `START = ${start}`,
    `GETTOKEN = ${token}`,
    `END = ${end}`,
    `LEXTYPES = ${lexTypes}`,
    ...(headline ? [`HEADLINE = ${headline}`] : []),
  ]
  return `CREATE TEXT SEARCH PARSER ${pathOf(id)} (${options.join(', ')})`
}

export function createTemplate({ id, attributes }: TextSearchTemplateObject): string {
  const { init, lexize } = attributes
  return `CREATE TEXT SEARCH TEMPLATE ${pathOf(id)} (${init ? `INIT = ${init}, ` : ''}LEXIZE = ${lexize})`
}

export function createDictionary({ id, attributes }: TextSearchDictionaryObject): string {
  const { template, options } = attributes
  return `CREATE TEXT SEARCH DICTIONARY ${pathOf(id)} (TEMPLATE = ${template}${options ? `, ${options}` : ''})`
}

export function createConfiguration(configuration: TextSearchConfigurationObject): string[] {
  const { parser, mappings } = configuration.attributes
  const path = pathOf(configuration.id)
  return [
    `CREATE TEXT SEARCH CONFIGURATION ${path} (PARSER = ${parser})`,
    ...mappings.map((mapping) => `ALTER TEXT SEARCH CONFIGURATION ${path} ADD ${mappingClause(mapping)}`),
  ]
}

/** `MAPPING FOR word WITH simple`, after ADD or ALTER. */
export function mappingClause([token, dictionaries]: readonly [string, readonly string[]]): string {
  return `MAPPING FOR ${quoteIdentifier(token)} WITH ${dictionaries.join(', ')}`
}
