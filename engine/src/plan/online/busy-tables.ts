import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { noUsage, rowsOf, type Usage } from '../usage.ts'

/** From how many rows on a table is changed the online way; below, the plain way takes a few milliseconds. */
export const onlineRows = 10_000

/** A page has room for tens of rows; this many are more than a small table even where the rows were never counted. */
const onlinePages = 200

/** Whether somebody would wait if this table were locked for as long as reading it takes. */
export type IsBusy = (table: ObjectId | null | undefined) => boolean

/** Tables that were there before and have, with their partitions, at least so many rows. */
export function busyTables(from: CatalogIndex, leastRows = onlineRows, usage: Usage = noUsage): IsBusy {
  const known = new Map<ObjectId, boolean>()
  const isBusy = (id: ObjectId): boolean => {
    const table = from.get(id)
    if (table?.kind !== 'table') return false
    const { pages } = table.facts
    const rows = rowsOf(id, from, usage)
    return (
      rows >= leastRows ||
      (leastRows > 0 && pages >= onlinePages) ||
      from.childrenOf(id).some((child) => isBusy(child.id))
    )
  }
  return (id) => {
    if (id == null) return false
    if (!known.has(id)) known.set(id, leastRows === 0 ? from.get(id)?.kind === 'table' : isBusy(id))
    return known.get(id) ?? false
  }
}

export const nothingIsBusy: IsBusy = () => false
