import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import type { Action } from './action.ts'
import { action } from './action.ts'
import { alterObject } from './alter/alter-object.ts'
import type { Alteration } from './alter/alteration.ts'
import { carrySequences } from './carry-sequences.ts'
import { createObjects } from './create-objects.ts'
import { dropObjects } from './drop-objects.ts'
import { inheritedChanges } from './inherited.ts'
import { commentChanges } from './kinds/statements.ts'
import { orderActions } from './order.ts'
import { precedes } from './precedence.ts'
import { findReplacements } from './replacements.ts'
import { restorePrivileges } from './restore-privileges.ts'
import { noRowValues, type RowValues } from './row-values.ts'

/**
 * All statements that turn the database `from` into `to`, in an order that works. Knows nothing of rows: what must not
 * be lost has been decided before, how to do it without stopping anybody is decided after.
 */
export function planChanges(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  values: RowValues = noRowValues,
): Action[] {
  const inherited = inheritedChanges(changes, from, to)
  const own = changes.filter((change) => !inherited.has(change))
  const sequences = carrySequences(changes, from, to)
  const removed = new Set([...idsOf(changes, 'removed')].filter((id) => !sequences.handled.has(id)))
  const altered = own.filter((change) => change.kind === 'altered')
  const alterations = new Map<ObjectId, Alteration>(
    altered.map((change) => [change.to.id, alterObject(change, from, to, values)]),
  )
  const { replaced } = findReplacements(removed, alterations, from)
  const rebuilt = new Set([...alterations].flatMap(([id, alteration]) => madeByAlteration(id, alteration)))
  const toDrop = union(removed, replaced)
  const comesBack = [...replaced].filter((id) => to.has(id))
  const toCreate = new Set(
    [...idsOf(own, 'added'), ...comesBack, ...newParts(comesBack, to)].filter((id) => !rebuilt.has(id)),
  )
  const actions = [
    ...dropObjects(new Set([...toDrop].filter((id) => !rebuilt.has(id))), from),
    ...createObjects(toCreate, to, values),
    ...[...alterations].flatMap(([id, alteration]) =>
      alteration.kind === 'in-place' && !replaced.has(id) && !rebuilt.has(id) ? alteration.actions : [],
    ),
    ...altered.flatMap((change) =>
      replaced.has(change.to.id) || rebuilt.has(change.to.id) ? [] : commentActions(change.from, change.to),
    ),
    ...restorePrivileges(comesBack, from, to),
    ...sequences.actions,
  ]
  return orderActions(withInherited(actions, inherited), precedes).filter(({ sql }) => sql !== '')
}

function idsOf(changes: readonly Change[], kind: 'added' | 'removed'): Set<ObjectId> {
  return new Set(changes.flatMap((change) => (change.kind === kind ? [change.object.id] : [])))
}

function union<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  return new Set([...a, ...b])
}

/** Parts that only the new side has: a view that is made anew gets its new triggers as well. */
function newParts(ids: readonly ObjectId[], to: CatalogIndex): ObjectId[] {
  return ids.flatMap((id) => to.partsOf(id).flatMap((part) => [part.id, ...newParts([part.id], to)]))
}

/** Parts that come and go with the alteration of their owner, which is made anew. */
function madeByAlteration(owner: ObjectId, alteration: Alteration): ObjectId[] {
  if (alteration.kind === 'replace') return []
  const ids = alteration.actions.flatMap(({ verb, makes, removes }) => (verb === 'create' ? makes : removes))
  return ids.filter((id) => id !== owner)
}

function commentActions(from: CatalogObject, to: CatalogObject): Action[] {
  return commentChanges(from, to).map((sql) => action('comment', to.id, sql, { needs: [to.id] }))
}

/** What a partition or child gets from its parent is there once the parent has it. */
function withInherited(actions: readonly Action[], inherited: ReadonlyMap<Change, ObjectId>): Action[] {
  const byCause = new Map<ObjectId, ObjectId[]>()
  for (const [change, cause] of inherited) {
    if (change.kind !== 'added') continue
    byCause.set(cause, [...(byCause.get(cause) ?? []), change.object.id])
  }
  return actions.map((each) => {
    const more = each.makes.flatMap((id) => byCause.get(id) ?? [])
    return more.length > 0 ? { ...each, makes: [...each.makes, ...more] } : each
  })
}
