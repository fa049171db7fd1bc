import { type CatalogIndex, parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { attachedId, untiedId } from '../alter/table-ties.ts'
import type { ParkedThing } from './parked-thing.ts'

/** Of a column: its table, and those that have left it with a copy, the highest of each tree. */
export function holdersOf({ kept }: Pick<ParkedThing, 'kept'>, index: CatalogIndex): ObjectId[] {
  const [whole] = kept
  if (whole?.kind !== 'column' || !whole.parent) return []
  const table = whole.parent
  const holders = new Set(kept.flatMap(({ kind, parent }) => (kind === 'column' && parent ? [parent] : [])))
  const isUnder = (id: ObjectId): boolean => parentsOf(id, index).some((above) => holders.has(above))
  return [table, ...[...holders].filter((id) => id !== table && index.has(id) && !isUnder(id))]
}

/**
 * A name that a table has from its parent is not its own to change: those that change theirs have left, and the others
 * are there, though they had to leave for a while.
 */
export function tiesBefore(thing: Pick<ParkedThing, 'kept'>, to: CatalogIndex): string[] {
  const holders = holdersOf(thing, to)
  const [whole] = thing.kept
  const tables = whole?.kind === 'column' ? thing.kept.flatMap(({ parent }) => parent ?? []) : []
  return [...holders.map(untiedId), ...tables.filter((id) => !holders.includes(id)).map(attachedId)]
}

export function parentsOf(id: ObjectId, index: CatalogIndex): readonly ObjectId[] {
  const object = index.get(id)
  return object?.kind === 'table' ? parentTables(object) : []
}
