import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import { asideId } from './hidden-columns.ts'
import type { ParkedThing } from './parked-thing.ts'

/**
 * A query over a function that returns rows of a table keeps a list of all columns, by the names that they have when
 * it is stored. So it waits until what is parked has its other name, by which it is known and passed over
 * (sources/database/without-parked-columns.ts).
 */
export function storedAfterParking(
  actions: readonly Action[],
  parked: readonly ParkedThing[],
  to: CatalogIndex,
): readonly Action[] {
  const columns = new Map<ObjectId, readonly ObjectId[]>()
  for (const {
    object,
    kept: [whole],
  } of parked)
    if (whole?.kind === 'column' && whole.parent)
      columns.set(whole.parent, [...(columns.get(whole.parent) ?? []), object])
  if (columns.size === 0) return actions
  return actions.map((each) => {
    const object = to.get(each.target)
    if (!object || !storingQueries.has(object.kind) || !['create', 'alter'].includes(each.verb)) return each
    const functions = object.needs.filter((id) => id.startsWith('function:'))
    const tables = functions.flatMap((id) => to.get(id)?.needs ?? [])
    const aside = tables.flatMap((table) => columns.get(table) ?? []).map(asideId)
    return aside.length > 0 ? { ...each, needs: [...each.needs, ...aside] } : each
  })
}

const storingQueries: ReadonlySet<string> = new Set([
  'view',
  'materialized-view',
  'rule',
  'policy',
  'function',
])
