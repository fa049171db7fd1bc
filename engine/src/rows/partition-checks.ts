import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { TableObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { isDefaultPartition, partitionCondition } from '../plan/partition-condition.ts'
import { keyOf } from './key-of.ts'
import type { RowCheck } from './row-check.ts'
import { tableAsItWillBe, type ValuesContext } from './table-as-it-will-be.ts'

/**
 * A table that joins a parent must have no row outside its bounds, and the default partition beside it none within
 * (manual: ALTER TABLE, ATTACH PARTITION).
 */
export function partitionChecks(change: Change, table: TableObject, context: ValuesContext): RowCheck[] {
  if (change.kind === 'removed' || (change.kind === 'altered' && !isTied(change))) return []
  const condition = partitionCondition(table)
  if (condition === undefined || !isAskable(table, condition, context)) return []
  const own = change.kind === 'altered' ? partitionCheck(table, `NOT (${condition})`, table, context) : []
  return isDefaultPartition(table) ? own : [...own, ...defaultBeside(table, condition, context)]
}

function isTied({ differences }: Extract<Change, { kind: 'altered' }>): boolean {
  return differences.some(({ attribute }) => attribute === 'partitionOf' || attribute === 'partitionBound')
}

/** The keys are what they will be, and so is the parent of a hash partition. */
function isAskable(table: TableObject, condition: string, { from, to }: ValuesContext): boolean {
  const [parent] = partitionedBy(table, to)
  if (parent === undefined) return false
  const before = from.get(parent.id)
  const isSameKey =
    before?.kind === 'table' && before.attributes.partitionKey === parent.attributes.partitionKey
  return isSameKey || (before === undefined && !condition.includes('satisfies_hash_partition'))
}

/** Its parent, the parent of that, and so on. */
function partitionedBy(table: TableObject, index: CatalogIndex): TableObject[] {
  const parent = index.get(table.attributes.partitionOf ?? '')
  return parent?.kind === 'table' ? [parent, ...partitionedBy(parent, index)] : []
}

function defaultBeside(table: TableObject, condition: string, context: ValuesContext): RowCheck[] {
  return context.from.childrenOf(table.attributes.partitionOf ?? '').flatMap((sibling) => {
    const after = context.to.get(sibling.id)
    const stays =
      sibling.kind === 'table' && after?.kind === 'table' && [sibling, after].every(isDefaultPartition)
    return stays ? partitionCheck(after, condition, table, context) : []
  })
}

/** @param joining the partition whose bounds the condition is about */
function partitionCheck(
  { id }: TableObject,
  condition: string,
  joining: TableObject,
  context: ValuesContext,
): RowCheck[] {
  const columns = partitionedBy(joining, context.to).flatMap(({ facts }) => facts.partitionColumns)
  const [parent] = partitionedBy(joining, context.to)
  const isList = /^LIST /.test(parent?.attributes.partitionKey ?? '')
  const asked = tableAsItWillBe(id, columns, context, isList ? 'of-equality' : 'of-values')
  if (!asked) return []
  const { item, converts, asText } = asked
  const base = { object: joining.id, table: id, key: keyOf(id, context.from), reason: 'partition' } as const
  return [{ ...base, rows: `${item} WHERE ${withLabelsAsText(condition, asText)}`, converts }]
}

/** PostgreSQL writes a label as a constant of its type, which is not there yet. */
function withLabelsAsText(condition: string, types: readonly string[]): string {
  return types.reduce((text, type) => {
    const cast = new RegExp(`::${type.replace(/[.$]/g, '\\$&')}(?![\\w$".])`, 'g')
    return text.replace(cast, '::text')
  }, condition)
}
