import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { relationOf } from './locks.ts'

/** What a plan wants to know of its database beyond the catalog. */
export interface UsageQuestion {
  /** Tables and materialized views that are there. Partitions count for their table. */
  readonly tables: readonly ObjectId[]
  /** Tables and columns that would go. */
  readonly lost: readonly ObjectId[]
  /** Indexes, and constraints that are kept by one, that would go. */
  readonly indexes: readonly ObjectId[]
}

export function usageQuestion(
  changes: readonly Change[],
  lost: readonly ObjectId[],
  from: CatalogIndex,
): UsageQuestion {
  const tables = new Set<ObjectId>()
  for (const change of changes)
    for (const table of tablesOf(change, from)) addWithChildren(table, tables, from)
  return {
    tables: [...tables],
    lost: lost.filter((id) => /^(?:table|column):/.test(id)),
    indexes: changes.flatMap((change) =>
      change.kind === 'removed' && /^(?:index|constraint):/.test(change.object.id) ? [change.object.id] : [],
    ),
  }
}

/** The table that a change is about, those that it locks along, and those that have a type that changes. */
function tablesOf(change: Change, from: CatalogIndex): ObjectId[] {
  const object = change.kind === 'altered' ? change.to : change.object
  const own = relationOf(object.id, from)
  const parent = object.parent && relationOf(object.parent, from)
  const referenced = object.kind === 'constraint' ? object.facts.references : null
  const users =
    change.kind === 'altered' && own === undefined
      ? from.dependentsOf(object.id).map(({ id }) => relationOf(id, from))
      : []
  return [own, parent, referenced, ...users].filter(
    (id): id is ObjectId => id != null && /^(?:table|materialized-view):/.test(id) && from.has(id),
  )
}

function addWithChildren(table: ObjectId, tables: Set<ObjectId>, from: CatalogIndex): void {
  if (tables.has(table)) return
  tables.add(table)
  for (const child of from.childrenOf(table))
    if (child.kind === 'table') addWithChildren(child.id, tables, from)
}
