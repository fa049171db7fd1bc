import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'

/**
 * Changes of partitions and children that come by themselves when the same change is made to the parent, with the
 * object of the parent that brings them.
 */
export function inheritedChanges(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): ReadonlyMap<Change, ObjectId> {
  const byId = new Map(changes.map((change) => [idOf(change), change]))
  const inherited = new Map<Change, ObjectId>()
  for (const change of changes) {
    if (change.kind === 'removed') continue
    const object = change.kind === 'altered' ? change.to : change.object
    const index = to
    for (const parent of parentsOf(object, index)) {
      const cause = byId.get(parent)
      if (cause && brings(cause, change) && from.has(tableOf(object, index) ?? ''))
        inherited.set(change, parent)
    }
  }
  return inherited
}

function brings(cause: Change, change: Change): boolean {
  if (cause.kind === 'added' && change.kind === 'added') {
    if (cause.object.kind !== 'default' || change.object.kind !== 'default')
      return cause.object.kind === 'column'
    return cause.object.attributes.expression === change.object.attributes.expression
  }
  if (cause.kind === 'altered' && change.kind === 'altered') {
    return change.differences.every(({ attribute, to }) =>
      cause.differences.some((other) => other.attribute === attribute && same(other.to, to)),
    )
  }
  // a parent's new default, where the child had another
  return (
    cause.kind === 'altered' &&
    change.kind === 'added' &&
    cause.to.kind === 'default' &&
    change.object.kind === 'default' &&
    cause.to.attributes.expression === change.object.attributes.expression
  )
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The objects of parent tables that this one takes its shape from. */
function parentsOf(object: CatalogObject, index: CatalogIndex): ObjectId[] {
  if (object.kind === 'column') {
    if (object.attributes.local) return []
    const table = index.get(object.parent ?? '')
    return table ? parentTables(table).map((parent) => partId('column', parent, object.name)) : []
  }
  if (object.kind === 'default') {
    const column = index.get(object.parent ?? '')
    return column ? parentsOf(column, index).map((id) => `default:${pathOf(id)}`) : []
  }
  return []
}

function tableOf(object: CatalogObject, index: CatalogIndex): ObjectId | undefined {
  if (object.kind === 'column') return object.parent ?? undefined
  return index.get(object.parent ?? '')?.parent ?? undefined
}

function idOf(change: Change): ObjectId {
  return change.kind === 'altered' ? change.to.id : change.object.id
}
