import { keyParts } from './concurrent-key.ts'
import { isPartitioned } from './index-build.ts'
import {
  attachedPart,
  isPartitionable,
  onlyStatement,
  type Partitionable,
  partsBelow,
  whenAttached,
} from './index-tree.ts'
import type { Kitchen, Recipe } from './recipe.ts'

/**
 * CREATE INDEX CONCURRENTLY does not know partitioned tables: the index of the table itself is made without those of
 * its partitions, each of these is built while others write and attached, and with the last one it becomes valid
 * (manual: CREATE INDEX, ON ONLY; ALTER INDEX, ATTACH PARTITION).
 */
export const partitionedIndex: Recipe = (each, kitchen) => {
  const { to, isBusy } = kitchen
  const object = to.get(each.target)
  if (each.verb !== 'create' || !isPartitionable(object) || !isBusy(object.parent)) return undefined
  if (object.attributes.attachedTo || !isPartitioned(object.parent, to)) return undefined
  if (object.kind === 'constraint' && !keyParts(object)) return undefined
  const only = `only:${object.id}`
  return [
    {
      ...each,
      sql: onlyStatement(object),
      needs: [...each.needs, ...whenAttached(object.parent, kitchen)],
      makes: [...each.makes, only],
      does: 'online',
    },
    ...partsBelow(object, kitchen).flatMap((part) =>
      attachedPart(part, object, { ready: each.needs.filter((id) => id.startsWith('not-null:')) }, kitchen),
    ),
  ]
}

/** The indexes of partitions come with the recipe above. */
export const partOfPartitionedIndex: Recipe = (each, kitchen) => {
  const part = kitchen.to.get(each.target)
  if (!isPartitionable(part) || !part.attributes.attachedTo) return undefined
  if (each.verb !== 'create' && !each.makes.includes(part.id)) return undefined
  let root: Partitionable = part
  for (let above = parentOf(root, kitchen); above; above = parentOf(root, kitchen)) root = above
  const isMade = kitchen.createOf(root.id) !== undefined && kitchen.isBusy(root.parent)
  return isMade && (root.kind === 'index' || keyParts(root)) ? [] : undefined
}

function parentOf(part: Partitionable, { to }: Kitchen): Partitionable | undefined {
  const parent = to.get(part.attributes.attachedTo ?? '')
  return isPartitionable(parent) ? parent : undefined
}
