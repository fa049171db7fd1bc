import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import { relationOf } from '../locks.ts'

/**
 * An index that is there while rows are filled makes each of them dearer, and grows by all their new versions: so the
 * indexes of a table are built once its rows have their values.
 */
export function buildsAfterFills(actions: readonly Action[], to: CatalogIndex): Action[] {
  const fills = new Map<ObjectId | undefined, string[]>()
  for (const { transaction, target, makes } of actions)
    if (transaction === 'batches')
      fills.set(relationOf(target, to), [...(fills.get(relationOf(target, to)) ?? []), ...makes])
  return actions.map((each) => {
    const filled = isBuild(each) ? fills.get(relationOf(each.target, to)) : undefined
    return filled ? { ...each, needs: [...each.needs, ...filled] } : each
  })
}

function isBuild({ sql }: Action): boolean {
  return /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY /.test(sql)
}
