import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { IndexObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { builtIndex, dropConcurrently, isPartitioned } from './index-build.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/** CREATE INDEX CONCURRENTLY; an index that is replaced stays until the new one can take its name. */
export const concurrentIndex: Recipe = (each, kitchen) => {
  const { to, isBusy } = kitchen
  const index = to.get(each.target)
  if (each.verb !== 'create' || index?.kind !== 'index' || !isBusy(index.parent)) return undefined
  if (isPartitioned(index.parent, to)) return undefined
  if (canWait(index.id, kitchen)) return replacedIndex(each, index, kitchen)
  return [builtIndex(each, index, index.name, each.makes, kitchen)]
}

/** Whether the old index can stay until the new one is there: not when what it stands on goes, nor when it is broken. */
function canWait(index: ObjectId, { from, to, dropOf, removerOf }: Kitchen): boolean {
  const before = from.get(index)
  if (before?.kind !== 'index' || !before.attributes.valid || !to.has(index)) return false
  return dropOf(index) !== undefined && !before.needs.some((id) => removerOf(id) !== undefined)
}

/** Both are there until a transaction that only changes names; renaming an index lets reads and writes pass. */
function replacedIndex(each: Action, index: IndexObject, kitchen: Kitchen): Action[] {
  const [built, aside] = [`built:${index.id}`, `aside:${index.id}`]
  const [newName, oldName] = [helperName('new', index.id), helperName('old', index.id)]
  const path = (name: string) => quoteQualified(index.schema ?? '', name)
  const rename = (from: string, to: string) => `ALTER INDEX ${path(from)} RENAME TO ${quoteIdentifier(to)}`
  return [
    builtIndex(each, index, newName, [built], kitchen),
    action('alter', index.id, rename(index.name, oldName), {
      needs: [built],
      removes: [index.id],
      makes: [aside],
    }),
    action('alter', index.id, rename(newName, index.name), { needs: [built, aside], makes: [index.id] }),
    dropConcurrently(index.id, path(oldName), { needs: [index.id] }),
  ]
}

/** DROP INDEX CONCURRENTLY waits for who uses the index, and lets everybody else pass. */
export const concurrentDrop: Recipe = (each, kitchen) => {
  const { from, isBusy } = kitchen
  const index = from.get(each.target)
  if (each.verb !== 'drop' || each.transaction !== 'shared') return undefined
  if (index?.kind !== 'index' || !isBusy(index.parent)) return undefined
  if (index.attributes.attachedTo || isPartitioned(index.parent, from)) return undefined
  if (kitchen.createOf(index.id) && canWait(index.id, kitchen)) return [] // the recipe of the new one takes it away
  return [dropConcurrently(index.id, pathOf(index.id), each)]
}
