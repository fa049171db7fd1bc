import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import { sortById } from '../catalog/sort.ts'
import type { Change } from './change.ts'

/**
 * What the desired side says nothing about stays: it is made anew with what it stands on (a view of another schema
 * over a column that changes its type), and it is lost, which is a change like any other, when that goes.
 */
export function withBystanders(
  changes: readonly Change[],
  from: CatalogIndex,
  to: Catalog,
): { readonly changes: readonly Change[]; readonly catalog: Catalog } {
  if (changes.length === 0) return { changes, catalog: to }
  const gone = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [change.object.id] : [])))
  const lost: CatalogObject[] = []
  const open = [...gone]
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const object of [...from.partsOf(id), ...from.dependentsOf(id)]) {
      if (gone.has(object.id) || to.objects.has(object.id) || followsTable(object, from, to)) continue
      gone.add(object.id)
      lost.push(object)
      open.push(object.id)
    }
  const staying = [...from.catalog.objects.values()].filter(({ id }) => !to.objects.has(id) && !gone.has(id))
  const known = staying.filter((object) => !followsTable(object, from, to))
  if (lost.length + known.length === 0) return { changes, catalog: to }
  return {
    changes: [...changes, ...lost.map((object) => ({ kind: 'removed', object }) as const)],
    catalog: { ...to, objects: sortById([...to.objects.values(), ...known]) },
  }
}

/** A partition that is kept beside those of the models changes with its table, part by part. */
function followsTable(object: CatalogObject, from: CatalogIndex, to: Catalog): boolean {
  for (let current: CatalogObject | undefined = object; current; current = from.get(current.parent ?? ''))
    if (isPartition(current) && parentTables(current).some((parent) => to.objects.has(parent))) return true
  return false
}

function isPartition(object: CatalogObject): boolean {
  return (
    (object.kind === 'table' || object.kind === 'foreign-table') && object.attributes.partitionOf !== null
  )
}
