import { pathOf } from '../catalog/identify.ts'
import type { TableObject } from '../catalog/relations.ts'
import { quoteLiteral } from '../sql/quote.ts'

/**
 * What a partition's bounds demand of a row, as PostgreSQL spells it; undefined where that cannot be said in another
 * database: a hash partition asks by the number of its parent, which is another one there.
 */
export function partitionCondition({ attributes, facts }: TableObject): string | undefined {
  const { partitionConstraint: condition } = facts
  if (condition === null || attributes.partitionOf === null) return undefined
  const numbers = condition.match(/satisfies_hash_partition\('\d+'::oid/g) ?? []
  if (numbers.length > 1) return undefined
  const parent = `${quoteLiteral(pathOf(attributes.partitionOf))}::regclass::oid`
  return condition.replace(/(?<=satisfies_hash_partition\()'\d+'::oid/, () => parent)
}

export function isDefaultPartition(table: TableObject): boolean {
  return table.attributes.partitionBound === 'DEFAULT'
}
