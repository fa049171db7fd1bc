import type { CatalogObject } from '../catalog/catalog.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/** A table with one of its parents. */
export interface Tie {
  readonly parent: ObjectId
  /** null for inheritance. */
  readonly bound: string | null
}

/** Ties are in the order of INHERIT: one that would come too early is left and joined again. */
export function changedTies(from: CatalogObject, to: CatalogObject) {
  const [before, after] = [tiesOf(from), tiesOf(to)]
  const kept = before.filter((tie) => after.some((other) => isSame(tie, other)))
  const early = after.findIndex((tie, i) => kept[i] === undefined || !isSame(kept[i], tie))
  const staying = early < 0 ? after : after.slice(0, early)
  const changes = (tie: Tie) => !staying.some((other) => isSame(tie, other))
  return { leaving: before.filter(changes), joining: after.filter(changes) }
}

/** Does a table have this parent all the time? One that leaves it to join it again is on its own meanwhile. */
export function staysChildOf(
  table: ObjectId,
  parent: ObjectId,
  from: CatalogIndex,
  to: CatalogIndex,
): boolean {
  const [before, after] = [from.get(table), to.get(table)]
  if (!before || !after || !parentTables(after).includes(parent)) return false
  return tiesOf(before).some((tie) => tie.parent === parent && !leaves(tie, before, after))
}

function leaves(tie: Tie, before: CatalogObject, after: CatalogObject): boolean {
  return changedTies(before, after).leaving.some((other) => isSame(tie, other))
}

function tiesOf(table: CatalogObject): Tie[] {
  const bound =
    table.kind === 'table' || table.kind === 'foreign-table' ? table.attributes.partitionBound : null
  return parentTables(table).map((parent) => ({ parent, bound }))
}

function isSame(a: Tie, b: Tie): boolean {
  return a.parent === b.parent && a.bound === b.bound
}
