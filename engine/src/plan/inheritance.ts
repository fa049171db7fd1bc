import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/** The parts of parent tables that a column, default or constraint takes its shape from. */
export function originalsOf(part: CatalogObject, index: CatalogIndex): ObjectId[] {
  const table = tableOf(part, index)
  return table ? parentTables(table).flatMap((parent) => sameIn(parent, part, index) ?? []) : []
}

/** The same part in all partitions and children, and in theirs. */
export function copiesOf(part: CatalogObject, index: CatalogIndex): CatalogObject[] {
  const table = tableOf(part, index)
  return table ? copiesBelow(table.id, part, index) : []
}

function copiesBelow(table: ObjectId, part: CatalogObject, index: CatalogIndex): CatalogObject[] {
  return index.childrenOf(table).flatMap((child) => {
    const id = sameIn(child.id, part, index)
    const copy = id === undefined ? undefined : index.get(id)
    return copy ? [copy, ...copiesBelow(child.id, copy, index)] : []
  })
}

export function tableOf(part: CatalogObject, index: CatalogIndex): CatalogObject | undefined {
  const owner = index.get(part.parent ?? '')
  return owner?.kind === 'column' ? index.get(owner.parent ?? '') : owner
}

/** Whether it is a part of a partition. */
export function isOfPartition(part: CatalogObject, index: CatalogIndex): boolean {
  const table = tableOf(part, index)
  return table?.kind === 'table' && table.attributes.partitionOf !== null
}

function sameIn(table: ObjectId, part: CatalogObject, index: CatalogIndex): ObjectId | undefined {
  const id = partId(part.kind, table, part.name)
  return index.has(id) ? id : undefined
}

/** `ALTER TABLE ONLY`, where a table has children to which the statement would spread. */
export function alterAlone(table: ObjectId, ...indexes: readonly CatalogIndex[]): string {
  const foreign = table.startsWith('foreign-table:') ? 'FOREIGN ' : ''
  const only = indexes.some((index) => index.childrenOf(table).length > 0) ? 'ONLY ' : ''
  return `ALTER ${foreign}TABLE ${only}${pathOf(table)}`
}
