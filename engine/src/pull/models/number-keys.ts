import { partId } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject, ConstraintObject } from '../../catalog/relations.ts'

/**
 * Columns of type bigint that TypeScript may read as numbers: those that a sequence fills, which will not reach 2^53,
 * and those that refer to them. Any other bigint may hold values that a number would round.
 */
export function numberKeys(index: CatalogIndex): ReadonlySet<ObjectId> {
  const keys = new Set<ObjectId>()
  const referring = new Map<ObjectId, ObjectId[]>()
  for (const object of index.catalog.objects.values()) {
    if (object.kind === 'column' && isFilled(object, index)) keys.add(object.id)
    if (object.kind === 'constraint') noteReferences(object, referring)
  }
  const open = [...keys]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const column of referring.get(key) ?? []) {
      if (keys.has(column)) continue
      keys.add(column)
      open.push(column)
    }
  }
  return keys
}

function isFilled({ id, attributes }: ColumnObject, index: CatalogIndex): boolean {
  if (attributes.type !== 'bigint') return false
  if (attributes.identity) return true
  return index
    .partsOfKind(id, 'default')
    .some(({ attributes: { expression } }) => expression.startsWith('nextval('))
}

function noteReferences({ parent, facts }: ConstraintObject, referring: Map<ObjectId, ObjectId[]>): void {
  const { columns, references, referencedColumns } = facts
  if (references === null) return
  referencedColumns.forEach((name, i) => {
    const target = partId('column', references, name)
    const column = partId('column', parent ?? '', columns[i] ?? '')
    referring.set(target, [...(referring.get(target) ?? []), column])
  })
}
