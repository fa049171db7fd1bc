import { quoteIdentifier } from '../../sql/quote.ts'
import { optionPair, storageOption } from '../kinds/column.ts'

/** SET and RESET clauses that bring one list of `name=value` options to another. */
export function optionChanges(from: readonly string[], to: readonly string[], prefix = ''): string[] {
  const kept = new Set(to.map(nameOf))
  const set = to.filter((option) => !from.includes(option)).map((option) => prefix + storageOption(option))
  const reset = from.filter((option) => !kept.has(nameOf(option))).map((option) => prefix + nameOf(option))
  return [
    ...(reset.length > 0 ? [`RESET (${reset.join(', ')})`] : []),
    ...(set.length > 0 ? [`SET (${set.join(', ')})`] : []),
  ]
}

function nameOf(option: string): string {
  return option.slice(0, option.indexOf('='))
}

/** OPTIONS (ADD …, SET …, DROP …) of foreign objects; empty when nothing changes. */
export function foreignOptionChanges(from: readonly string[], to: readonly string[]): string {
  const before = new Map(from.map((option) => [nameOf(option), option]))
  const after = new Map(to.map((option) => [nameOf(option), option]))
  const items = [
    ...[...after].flatMap(([name, option]) => {
      if (before.get(name) === option) return []
      return [`${before.has(name) ? 'SET' : 'ADD'} ${optionPair(option)}`]
    }),
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `DROP ${quoteIdentifier(name)}`),
  ]
  return items.length > 0 ? `OPTIONS (${items.join(', ')})` : ''
}
