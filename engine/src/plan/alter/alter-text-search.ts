import { pathOf } from '../../catalog/identify.ts'
import type { TextSearchConfigurationObject } from '../../catalog/text.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { mappingClause } from '../kinds/text.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'

export function alterDictionary({
  from,
  to,
  differences,
}: AlterationOf<'text-search-dictionary'>): Alteration {
  if (differsIn(differences, 'template')) return replace
  const before = dictionaryOptions(from.attributes.options)
  const after = dictionaryOptions(to.attributes.options)
  const items = [
    // a name alone takes the option away (manual: ALTER TEXT SEARCH DICTIONARY)
    ...[...before.keys()].filter((name) => !after.has(name)),
    ...[...after].filter(([name, value]) => before.get(name) !== value).map((pair) => pair.join(' = ')),
  ]
  if (items.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER TEXT SEARCH DICTIONARY ${pathOf(to.id)} (${items.join(', ')})`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs })] }
}

/** pg_ts_dict.dictinitoption is written by serialize_deflist: `name = 'text', "Name" = 3`. */
function dictionaryOptions(options: string | null): Map<string, string> {
  const pair = /((?:"(?:[^"]|"")*")|[a-z_][a-z0-9_]*) = ((?:E?'(?:[^'\\]|''|\\.)*')|[^,]+)(?:, |$)/gy
  return new Map([...(options ?? '').matchAll(pair)].map(([, name = '', value = '']) => [name, value]))
}

export function alterConfiguration({
  from,
  to,
  differences,
}: AlterationOf<'text-search-configuration'>): Alteration {
  if (differsIn(differences, 'parser')) return replace
  return {
    kind: 'in-place',
    actions: mappingChanges(from, to).map((clause) =>
      action('alter', to.id, `ALTER TEXT SEARCH CONFIGURATION ${pathOf(to.id)} ${clause}`, {
        needs: to.needs,
        frees: from.needs,
      }),
    ),
  }
}

function mappingChanges(from: TextSearchConfigurationObject, to: TextSearchConfigurationObject): string[] {
  const before = new Map(from.attributes.mappings)
  const after = new Map(to.attributes.mappings)
  const changed = to.attributes.mappings.filter(
    ([token, dictionaries]) => before.get(token)?.join() !== dictionaries.join(),
  )
  return [
    ...[...before.keys()]
      .filter((token) => !after.has(token))
      .map((token) => `DROP MAPPING FOR ${quoteIdentifier(token)}`),
    ...changed.map((mapping) => `${before.has(mapping[0]) ? 'ALTER' : 'ADD'} ${mappingClause(mapping)}`),
  ]
}
