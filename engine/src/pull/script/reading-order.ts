import { kindOf, pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../../plan/action.ts'
import { byNeed } from '../../sources/models/statements/by-need.ts'
import { groupOf } from './group-of.ts'

/**
 * The order in which people look for things, as far as needs allow it: kinds from the ground up, referenced tables
 * before those that refer to them, all that hangs on a table behind it, comments last.
 */
export function readingOrder(
  actions: readonly Action[],
  index: CatalogIndex,
): (a: Action, b: Action) => number {
  const groups = [...new Set(actions.map(({ target }) => groupOf(target, index)))].sort(
    (a, b) => rank(a) - rank(b) || compare(pathOf(a), pathOf(b)) || compare(a, b),
  )
  const known = new Set(groups)
  const ordered = byNeed(groups, (group) => referencedTables(group, index).filter((id) => known.has(id)))
  const positions = new Map(ordered.map((group, i) => [group, i]))
  const position = ({ target }: Action) => positions.get(groupOf(target, index)) ?? 0
  return (a, b) =>
    position(a) - position(b) ||
    Number(a.verb === 'comment') - Number(b.verb === 'comment') ||
    partRank(a.target) - partRank(b.target) ||
    compare(a.target, b.target) ||
    Number(a.verb !== 'create') - Number(b.verb !== 'create')
}

const firstKinds = ['schema', 'extension', 'enum', 'domain', 'composite', 'range', 'base-type', 'sequence']
const lastKinds = ['table', 'foreign-table', 'view', 'materialized-view']
/** They watch over all others, so they come when everything is there. */
const finalKinds = ['event-trigger', 'publication', 'subscription']

function rank(id: ObjectId): number {
  const kind = kindOf(id)
  if (firstKinds.includes(kind)) return firstKinds.indexOf(kind)
  if (lastKinds.includes(kind)) return 100 + lastKinds.indexOf(kind)
  return finalKinds.includes(kind) ? 200 : 50
}

const parts = ['sequence', 'table', 'column', 'default', 'constraint', 'index', 'statistics', 'trigger']

function partRank(id: ObjectId): number {
  const kind = kindOf(id)
  return parts.includes(kind) ? parts.indexOf(kind) : parts.length
}

function referencedTables(table: ObjectId, index: CatalogIndex): ObjectId[] {
  return index.partsOfKind(table, 'constraint').flatMap(({ facts }) => facts.references ?? [])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
