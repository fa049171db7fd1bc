import { partId, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ConstraintObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { isPartitioned } from './index-build.ts'
import type { Kitchen, Recipe } from './recipe.ts'

/**
 * Before PostgreSQL 18 a foreign key of a partitioned table cannot be NOT VALID. Each partition gets its own, which is
 * validated while others write; the one of the whole then finds them and takes them as its parts, reading no row
 * (tryAttachPartitionForeignKey, src/backend/commands/tablecmds.c).
 */
export const referencedByParts: Recipe = (each, kitchen) => {
  const key = kitchen.to.get(each.target)
  if (each.verb !== 'create' || key?.kind !== 'constraint' || !isProvedInParts(key, kitchen)) return undefined
  return provedInParts(key, each, kitchen)
}

/** @param each adds the key to the whole */
export function provedInParts(key: ConstraintObject, each: Action, kitchen: Kitchen): Action[] {
  const leaves = leavesBelow(key.parent ?? '', kitchen)
  return [
    ...leaves.flatMap((leaf) => provedPart(leaf, key, each, kitchen)),
    { ...each, needs: [...each.needs, ...leaves.map((leaf) => markOf(leaf, key))], does: 'online' },
  ]
}

/** One that a run which died has left on a partition will be a part of the whole. */
export const keptOnPartition: Recipe = (each, kitchen) => {
  const part = kitchen.from.get(each.target)
  if (each.verb !== 'drop' || part?.kind !== 'constraint') return undefined
  const above = parentsOf(part.parent ?? '', kitchen)
  const isKept = above.some((table) => {
    const key = kitchen.to.get(partId('constraint', table, part.name))
    return key?.kind === 'constraint' && isProvedInParts(key, kitchen) && isSame(part, key)
  })
  return isKept ? [] : undefined
}

function isProvedInParts(key: ConstraintObject, kitchen: Kitchen): boolean {
  const { isBusy, createOf } = kitchen
  return isWholeReference(key, kitchen) && isBusy(key.parent) && createOf(key.id) !== undefined
}

/** A foreign key that cannot be NOT VALID. */
export function isWholeReference(
  { parent, attributes, facts }: ConstraintObject,
  { from, to }: Kitchen,
): boolean {
  return (
    attributes.type === 'foreign-key' &&
    attributes.validated &&
    from.catalog.serverVersion < 180000 &&
    isPartitioned(parent, from) &&
    !isPartitioned(facts.references, to)
  )
}

/** Partitions with rows of their own that are there already. */
function leavesBelow(table: ObjectId, kitchen: Kitchen): ObjectId[] {
  return kitchen.to.childrenOf(table).flatMap(({ id }) => {
    if (isPartitioned(id, kitchen.to)) return leavesBelow(id, kitchen)
    return kitchen.from.get(id)?.kind === 'table' ? [id] : []
  })
}

function parentsOf(table: ObjectId, kitchen: Kitchen): ObjectId[] {
  const object = kitchen.to.get(table)
  const parent = object?.kind === 'table' ? object.attributes.partitionOf : null
  return parent === null ? [] : [parent, ...parentsOf(parent, kitchen)]
}

function provedPart(leaf: ObjectId, key: ConstraintObject, each: Action, { from }: Kitchen): Action[] {
  const name = quoteIdentifier(key.name)
  const table = `ALTER TABLE ${pathOf(leaf)}`
  const left = from.get(partId('constraint', leaf, key.name))
  const isThere = left?.kind === 'constraint' && isSame(left, key)
  const unproved = `unproved:${leaf}.${name}`
  const add = `${table} ADD CONSTRAINT ${name} ${key.attributes.definition} NOT VALID`
  return [
    action('alter', leaf, isThere ? '' : add, { needs: [...each.needs, leaf], makes: [unproved] }),
    action('alter', leaf, `${table} VALIDATE CONSTRAINT ${name}`, {
      needs: [unproved],
      makes: [markOf(leaf, key)],
      transaction: 'own',
      does: 'validate',
    }),
  ]
}

function isSame(part: ConstraintObject, whole: ConstraintObject): boolean {
  return part.attributes.definition === whole.attributes.definition
}

function markOf(leaf: ObjectId, { id }: ConstraintObject): string {
  return `proved:${id} on ${leaf}`
}
