import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import { attachedByProof, besideDefault } from './attached-by-proof.ts'
import { batchedFill } from './batched-fill.ts'
import { buildsAfterFills } from './builds-after-fills.ts'
import type { IsBusy } from './busy-tables.ts'
import { concurrentDrop, concurrentIndex } from './concurrent-index.ts'
import { concurrentKey } from './concurrent-key.ts'
import { detachedConcurrently } from './detached-concurrently.ts'
import { dropLeftovers } from './leftovers.ts'
import { commentAfterFill, filledColumn } from './new-column.ts'
import { provedNotNull } from './not-null.ts'
import { partitionedIndex, partOfPartitionedIndex } from './partitioned-index.ts'
import { keptOnPartition, referencedByParts } from './partitioned-reference.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { expandAndContract } from './retype/expand-and-contract.ts'
import { validatedApart, validatedLater } from './validated-later.ts'

/** In the order in which they are tried; what one makes may be what a later one changes. */
const recipes: readonly Recipe[] = [
  commentAfterFill,
  filledColumn,
  batchedFill,
  detachedConcurrently,
  attachedByProof,
  besideDefault,
  provedNotNull,
  partOfPartitionedIndex,
  partitionedIndex,
  concurrentKey,
  concurrentIndex,
  concurrentDrop,
  referencedByParts,
  keptOnPartition,
  validatedLater,
  validatedApart,
]

export interface OnlineInput {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  readonly isBusy: IsBusy
  /** What a run that died left behind (leftovers.ts). */
  readonly leftovers: CatalogIndex
}

function isPlain({ transaction, does }: Action): boolean {
  return transaction === 'shared' && does !== 'online'
}

/** Rewrites what would stop others on tables with rows; everything else stays as it is. */
export function goOnline(actions: readonly Action[], input: OnlineInput): Action[] {
  const dropped = new Map(actions.filter(({ verb }) => verb === 'drop').map((each) => [each.target, each]))
  const created = new Map(actions.filter(({ verb }) => verb === 'create').map((each) => [each.target, each]))
  const removers = new Map(actions.flatMap((each) => each.removes.map((id) => [id, each])))
  const reused = new Set<ObjectId>()
  const kitchen: Kitchen = {
    ...input,
    // one that is made anew is nobody's yet
    isBusy: (table) => !created.has(table ?? '') && input.isBusy(table),
    removerOf: (id) => removers.get(id),
    dropOf: (id) => dropped.get(id),
    createOf: (id) => created.get(id),
    leftover: (id) => input.leftovers.get(id),
    reuse: (id) => void reused.add(id),
  }
  let online = expandAndContract(actions, kitchen)
  for (const recipe of recipes)
    online = online.flatMap((each) => (isPlain(each) ? recipe(each, kitchen) : undefined) ?? [each])
  return buildsAfterFills([...online, ...dropLeftovers(input.leftovers, reused, input.from)], input.to)
}
