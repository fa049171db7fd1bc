import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { TableObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { isDefaultPartition, partitionCondition } from '../plan/partition-condition.ts'
import { keyOf } from './key-of.ts'
import type { RowCheck } from './row-check.ts'
import { isUnchangedColumn } from './unchanged-column.ts'

interface Sides {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
}

/**
 * A table that joins a parent must have no row outside its bounds, and the default partition beside it none within
 * (manual: ALTER TABLE, ATTACH PARTITION).
 */
export function partitionChecks(change: Change, table: TableObject, sides: Sides): RowCheck[] {
  if (change.kind === 'removed' || (change.kind === 'altered' && !isTied(change))) return []
  const condition = partitionCondition(table)
  if (condition === undefined || !isAskable(table, condition, sides)) return []
  const own = change.kind === 'altered' ? [partitionCheck(table, `NOT (${condition})`, sides)] : []
  return isDefaultPartition(table) ? own : [...own, ...defaultBeside(table, condition, sides)]
}

function isTied({ differences }: Extract<Change, { kind: 'altered' }>): boolean {
  return differences.some(({ attribute }) => attribute === 'partitionOf' || attribute === 'partitionBound')
}

/** The columns of the keys are there as they will be, and so is the parent of a hash partition. */
function isAskable(table: TableObject, condition: string, sides: Sides): boolean {
  const above = partitionedBy(table, sides.to)
  const [parent] = above
  if (parent === undefined) return false
  const { from, to } = sides
  const before = from.get(parent.id)
  const isSameKey =
    before?.kind === 'table' && before.attributes.partitionKey === parent.attributes.partitionKey
  if (!isSameKey && (before !== undefined || condition.includes('satisfies_hash_partition'))) return false
  const asked = from.has(table.id) ? table.id : parent.id
  return above
    .flatMap(({ facts }) => facts.partitionColumns)
    .every((name) => isUnchangedColumn(partId('column', asked, name), from, to))
}

/** Its parent, the parent of that, and so on. */
function partitionedBy(table: TableObject, index: CatalogIndex): TableObject[] {
  const parent = index.get(table.attributes.partitionOf ?? '')
  return parent?.kind === 'table' ? [parent, ...partitionedBy(parent, index)] : []
}

function defaultBeside(table: TableObject, condition: string, sides: Sides): RowCheck[] {
  return sides.from.childrenOf(table.attributes.partitionOf ?? '').flatMap((sibling) => {
    const after = sides.to.get(sibling.id)
    const stays =
      sibling.kind === 'table' && after?.kind === 'table' && [sibling, after].every(isDefaultPartition)
    return stays ? [partitionCheck(after, condition, sides, table)] : []
  })
}

function partitionCheck(
  { id }: TableObject,
  condition: string,
  { from }: Sides,
  joining: { readonly id: string } = { id },
): RowCheck {
  return {
    object: joining.id,
    table: id,
    key: keyOf(id, from),
    reason: 'partition',
    rows: `${pathOf(id)} t WHERE ${condition}`,
  }
}
