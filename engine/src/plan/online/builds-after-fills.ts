import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import { relationOf } from '../locks.ts'

/**
 * An index that is there while rows are filled makes each of them dearer, and grows by all their new versions: so the
 * indexes of a table are built once its rows have their values. It is published after that as well: without a replica
 * identity nobody could fill them any more.
 */
export function buildsAfterFills(actions: readonly Action[], to: CatalogIndex): Action[] {
  const fills = new Map<ObjectId | undefined, string[]>()
  for (const { transaction, target, makes } of actions) {
    const table = relationOf(target, to)
    if (transaction === 'batches' && table) fills.set(table, [...(fills.get(table) ?? []), ...makes])
  }
  return actions.map((each) => {
    const filled = fills.get(isBuild(each) ? relationOf(each.target, to) : publishedTable(each, to))
    return filled ? { ...each, needs: [...each.needs, ...filled] } : each
  })
}

function isBuild({ sql }: Action): boolean {
  return /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY /.test(sql)
}

function publishedTable({ verb, target }: Action, to: CatalogIndex): ObjectId | undefined {
  const object = to.get(target)
  return verb === 'create' && object?.kind === 'publication-table' ? `table:${object.facts.table}` : undefined
}
