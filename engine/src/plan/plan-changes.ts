import type { CatalogObject } from '../catalog/catalog.ts'
import { kindOf, nameOf, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { Action } from './action.ts'
import { action } from './action.ts'
import { alterObject } from './alter/alter-object.ts'
import type { Alteration } from './alter/alteration.ts'
import { copiedId } from './alter/rebuild-table.ts'
import { oldId } from './alter/rebuild-type.ts'
import { isRetied, untiedId } from './alter/table-ties.ts'
import { carrySequences } from './carry-sequences.ts'
import { withConsequences } from './consequences.ts'
import { createObjects } from './create-objects.ts'
import { dropObjects } from './drop-objects.ts'
import { withoutInherited } from './inherited.ts'
import { commentChanges } from './kinds/comments.ts'
import { withNamesTaken } from './names-taken.ts'
import { goOnline, type OnlineInput } from './online/go-online.ts'
import { orderActions } from './order.ts'
import { precedes } from './precedence.ts'
import { planPrivileges } from './privileges.ts'
import { findRenamedParts, renameParts, withoutRenamed } from './renamed-parts.ts'
import { findReplacements } from './replacements.ts'
import { noRowValues, type RowValues } from './row-values.ts'
import { waitForRows } from './wait-for-rows.ts'

export interface PlanOptions {
  /** Whether owners, grants and default privileges are brought to what the new side says. */
  readonly grants: boolean
  readonly values: RowValues
  /** Tables that are to be changed without stopping anybody, and what a run that died left behind. */
  readonly online: Pick<OnlineInput, 'isBusy' | 'leftovers'> | null
}

/**
 * All statements that turn the database `from` into `to`, in an order that works. Knows nothing of rows: what must not
 * be lost has been decided before, how to do it without stopping anybody is decided after.
 */
export function planChanges(
  given: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  options: Partial<PlanOptions> = {},
): Action[] {
  const { grants = false, values = noRowValues, online = null } = options
  const renamed = findRenamedParts(given, from)
  const changes = withConsequences(withoutRenamed(given, renamed), from, to)
  const own = withoutInherited(changes, from, to)
  const sequences = carrySequences(changes, from, to)
  const removed = new Set([...idsOf(changes, 'removed')].filter((id) => !sequences.handled.has(id)))
  const altered = own.filter((change) => change.kind === 'altered')
  const alterations = new Map<ObjectId, Alteration>(
    altered.map((change) => [change.to.id, alterObject(change, from, to, values)]),
  )
  const { replaced } = findReplacements(removed, alterations, from, to)
  const rebuilt = new Set([...alterations].flatMap(([id, alteration]) => madeByAlteration(id, alteration)))
  const toDrop = union(removed, replaced)
  const comesBack = [...replaced].filter((id) => to.has(id))
  const toCreate = new Set(
    [...idsOf(own, 'added'), ...comesBack, ...newParts(comesBack, to)].filter((id) => !rebuilt.has(id)),
  )
  const actions = [
    ...dropObjects(new Set([...toDrop].filter((id) => !rebuilt.has(id))), from),
    ...createObjects(toCreate, to, { values, from }),
    ...[...alterations].flatMap(([id, alteration]) =>
      alteration.kind === 'in-place' && !replaced.has(id) && !rebuilt.has(id) ? alteration.actions : [],
    ),
    ...altered.flatMap((change) =>
      replaced.has(change.to.id) || rebuilt.has(change.to.id) ? [] : commentActions(change.from, change.to),
    ),
    ...sequences.actions,
    ...renameParts(renamed),
  ]
  actions.push(...planPrivileges(actions, own, from, to, grants))
  const moving = movingOver(afterUntying(distinct(actions), own), alterations)
  const complete = withNamesTaken(waitForRows(moving, emptyAtFirst(alterations)), from, to)
  const apart = committedFirst(complete)
  const gentle = online ? goOnline(apart, { ...online, from, to }) : apart
  return orderActions(gentle, precedes).filter(({ sql }) => sql !== '')
}

/** A new enum value can be used only after its commit (manual: ALTER TYPE); unused, it shares the transaction. */
function committedFirst(actions: readonly Action[]): Action[] {
  const used = new Set(actions.filter((each) => !each.commitsFirst).flatMap(({ needs }) => needs))
  return actions.map((each) =>
    each.commitsFirst && used.has(each.target) ? { ...each, transaction: 'own' } : each,
  )
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
  if (alteration.replaces)
    return [...alteration.replaces.old, ...alteration.replaces.made].filter((id) => id !== owner)
  const ids = alteration.actions.flatMap(({ verb, makes, removes }) => (verb === 'create' ? makes : removes))
  return ids.filter((id) => id !== owner)
}

function commentActions(from: CatalogObject, to: CatalogObject): Action[] {
  return commentChanges(from, to).map((sql) => action('comment', to.id, sql, { needs: [to.id] }))
}

const typesOfRows: ReadonlySet<string> = new Set(['enum', 'domain', 'composite', 'range'])

function emptyAtFirst(alterations: ReadonlyMap<ObjectId, Alteration>): ReadonlyMap<ObjectId, string> {
  const made = new Map<ObjectId, string>()
  for (const [table, alteration] of alterations)
    if (alteration.kind === 'in-place')
      for (const id of alteration.replaces?.made ?? []) made.set(id, copiedId(table))
  return made
}

/** What moves to a type that is made anew uses the old one, under its other name, until it has moved. */
function movingOver(
  actions: readonly Action[],
  alterations: ReadonlyMap<ObjectId, Alteration>,
): readonly Action[] {
  const rebuilt = new Set(
    [...alterations].flatMap(([id, alteration]) =>
      alteration.kind === 'in-place' && typesOfRows.has(kindOf(id)) ? [id] : [],
    ),
  )
  if (rebuilt.size === 0) return actions
  const isOldOne = (target: ObjectId) => {
    const alteration = alterations.get(target)
    return alteration?.kind === 'in-place' && (alteration.isRebuilding || alteration.replaces) !== undefined
  }
  const stays = ({ verb, target, needs }: Action, id: ObjectId) =>
    needs.includes(id) || (verb === 'drop' && isOldOne(target))
  return actions.map((each) => ({
    ...each,
    frees: each.frees.map((id) => (rebuilt.has(id) && stays(each, id) ? oldId(id) : id)),
  }))
}

/** What a parent would forbid or spread waits until the table has left it. */
function afterUntying(actions: readonly Action[], changes: readonly Change[]): Action[] {
  const retied = new Set(
    changes.flatMap((change) =>
      change.kind === 'altered' &&
      change.from.kind === 'table' &&
      change.to.kind === 'table' &&
      isRetied({ ...change, from: change.from, to: change.to })
        ? [pathOf(change.to.id)]
        : [],
    ),
  )
  if (retied.size === 0) return [...actions]
  return actions.map((each) => {
    const path = pathOf(each.target)
    const table = path.slice(0, path.length - quoteIdentifier(nameOf(path)).length - 1)
    if (!parts.has(kindOf(each.target)) || !retied.has(table)) return each
    return { ...each, needs: [...each.needs, untiedId(`table:${table}`)] }
  })
}

const parts: ReadonlySet<string> = new Set(['column', 'constraint', 'default'])

/** The setting of an index is said by who alters the table and by who makes the index. */
function distinct(actions: readonly Action[]): Action[] {
  const alterations = new Set<string>()
  return actions.filter(({ verb, target, sql }) => {
    if (verb !== 'alter' || sql === '') return true
    const key = `${target} ${sql}`
    return !alterations.has(key) && alterations.add(key)
  })
}
