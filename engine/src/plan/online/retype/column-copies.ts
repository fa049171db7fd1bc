import type { CatalogObject } from '../../../catalog/catalog.ts'
import { partId } from '../../../catalog/identify.ts'
import type { CatalogIndex } from '../../../catalog/index-catalog.ts'
import type { ColumnObject, TableObject } from '../../../catalog/relations.ts'
import { keepersOf } from '../../stored-rows.ts'
import { staysChildOf } from '../../ties.ts'
import type { Kitchen } from '../recipe.ts'

/**
 * A column in the partitions of its table, which get and lose a second one with their parent; empty where the table
 * stands alone. Undefined where a second column would not reach all rows alike: in parents and children by inheritance,
 * whose triggers are their own, in partitions that come, go or differ, and in the key by which rows are spread.
 */
export function columnCopies(column: ColumnObject, kitchen: Kitchen): ColumnObject[] | undefined {
  const table = kitchen.from.get(column.parent ?? '')
  if (table?.kind !== 'table' || table.attributes.partitionOf !== null || !isFree(table, kitchen.from))
    return undefined
  if (table.attributes.partitionKey === null && kitchen.from.childrenOf(table.id).length > 0) return undefined
  const partitions = partitionsBelow(table, kitchen)
  if (!partitions) return undefined
  if ([table, ...partitions].some(({ facts }) => facts.partitionColumns.includes(column.name)))
    return undefined
  const copies = partitions.map(({ id }) => kitchen.from.get(partId('column', id, column.name)))
  return copies.every((copy) => isCopy(copy, column)) ? (copies as ColumnObject[]) : undefined
}

/** Undefined where the tree is another one before or after. */
function partitionsBelow(table: TableObject, kitchen: Kitchen): TableObject[] | undefined {
  const { from, to, createOf } = kitchen
  const children = from.childrenOf(table.id)
  if (children.length !== to.childrenOf(table.id).length) return undefined
  const all: TableObject[] = []
  for (const child of children) {
    if (child.kind !== 'table' || !isFree(child, from) || createOf(child.id)) return undefined
    if (!staysChildOf(child.id, table.id, from, to)) return undefined
    const below = partitionsBelow(child, kitchen)
    if (!below) return undefined
    all.push(child, ...below)
  }
  return all
}

/**
 * No parents by inheritance, no type of its own, no index that the table itself refers to; and no rows of it in columns
 * of others, where a second column would stay empty.
 */
function isFree({ id, attributes }: TableObject, index: CatalogIndex): boolean {
  const { inherits, ofType, replicaIdentity, clusterOn } = attributes
  return (
    inherits.length === 0 &&
    ofType === null &&
    clusterOn === null &&
    typeof replicaIdentity === 'string' &&
    keepersOf(id, index).every(({ kind }) => kind !== 'column')
  )
}

/** Renamed and made NOT NULL with its parent's. */
function isCopy(copy: CatalogObject | undefined, column: ColumnObject): copy is ColumnObject {
  return (
    copy?.kind === 'column' &&
    !copy.attributes.local &&
    copy.grants === null &&
    copy.attributes.notNull === column.attributes.notNull &&
    copy.facts.notNullConstraint === column.facts.notNullConstraint
  )
}
