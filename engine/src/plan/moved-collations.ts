import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change, Difference } from '../diff/change.ts'

/**
 * A collation that is made anew takes along what is ordered by it: columns, types and partition keys count as changed
 * in their collation, although both sides spell it alike.
 */
export function withMovedCollations(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): readonly Change[] {
  const moved = changes.flatMap((change) =>
    change.kind === 'altered' && change.to.kind === 'collation' && change.differences.some(isOwn)
      ? movedWith(change.to.id, from, to)
      : [],
  )
  if (moved.length === 0) return changes
  const extra = new Map(moved.map((each) => [each.to.id, each]))
  const merged = changes.map((change) => {
    const more = change.kind === 'altered' ? extra.get(change.to.id) : undefined
    if (change.kind !== 'altered' || !more) return change
    extra.delete(change.to.id)
    const known = change.differences.some(
      ({ attribute }) => attribute === 'type' || attribute === 'collation',
    )
    return known ? change : { ...change, differences: [...change.differences, ...more.differences] }
  })
  return [...merged, ...extra.values()]
}

type Altered = Extract<Change, { readonly kind: 'altered' }>

function isOwn({ attribute }: Difference): boolean {
  return !['comment', 'owner', 'grants'].includes(attribute)
}

function movedWith(collation: ObjectId, from: CatalogIndex, to: CatalogIndex): Altered[] {
  return from.dependentsOf(collation).flatMap((before): Altered[] => {
    const after = to.get(before.id)
    const attribute = after && movingAttribute(before)
    if (!attribute || !after.needs.includes(collation)) return []
    const value = (after.attributes as Readonly<Record<string, unknown>>)[attribute]
    return [
      { kind: 'altered', from: before, to: after, differences: [{ attribute, from: value, to: value }] },
    ]
  })
}

function movingAttribute(object: CatalogObject): string | undefined {
  switch (object.kind) {
    case 'column':
      return object.attributes.collation === null ? undefined : 'collation' // else its type moves it
    case 'domain':
    case 'composite':
    case 'range':
      return 'collation'
    case 'table':
      return object.attributes.partitionKey === null ? undefined : 'partitionKey'
    default:
      return undefined
  }
}
