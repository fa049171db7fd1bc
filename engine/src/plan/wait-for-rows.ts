import type { ObjectId } from '../catalog/object.ts'
import type { Action } from './action.ts'

/**
 * A table that is made anew is empty until its rows are copied: keys and foreign keys are to be checked against them,
 * triggers are not to fire on them, materialized views are to see them. So whatever needs the table, but for what the
 * copying itself needs, waits for them.
 * @param made the parts of new tables, and what is made once the rows of each are there
 */
export function waitForRows(
  actions: readonly Action[],
  made: ReadonlyMap<ObjectId, string>,
): readonly Action[] {
  if (made.size === 0) return actions
  const early = neededForCopying(actions, new Set(made.values()))
  return actions.map((each) => {
    if (early.has(each)) return each
    const waits = new Set(each.needs.flatMap((id) => made.get(id) ?? []))
    return waits.size > 0 ? { ...each, needs: [...each.needs, ...waits] } : each
  })
}

function neededForCopying(actions: readonly Action[], copied: ReadonlySet<string>): ReadonlySet<Action> {
  const makers = new Map<string, Action[]>()
  for (const each of actions) for (const id of each.makes) makers.set(id, [...(makers.get(id) ?? []), each])
  const found = new Set<Action>()
  const open = [...copied].flatMap((id) => makers.get(id) ?? [])
  for (let each = open.pop(); each; each = open.pop()) {
    if (found.has(each)) continue
    found.add(each)
    for (const id of each.needs) open.push(...(makers.get(id) ?? []))
  }
  return found
}
