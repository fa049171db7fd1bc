import type { CatalogObject } from '../catalog/catalog.ts'
import { kindOf, nameOf, pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
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
import { droppingValuesAnytime } from './dropped-values.ts'
import { identityOfTree } from './identity-of-tree.ts'
import { withoutInherited } from './inherited.ts'
import { commentChanges } from './kinds/comments.ts'
import { withNamedNotNulls } from './named-not-nulls.ts'
import { withNamesTaken } from './names-taken.ts'
import { notNullsOfChildren } from './not-nulls-of-children.ts'
import { goOnline, type OnlineInput } from './online/go-online.ts'
import { orderActions } from './order.ts'
import { aroundParking } from './park/around-parking.ts'
import { withHiddenColumns } from './park/hidden-columns.ts'
import { keepOldTypes } from './park/keep-old-types.ts'
import { parkActions, unparkActions } from './park/park-actions.ts'
import type { HiddenColumn, NumberedThing } from './park/parked-thing.ts'
import { storedAfterParking } from './park/stored-lists.ts'
import { precedes } from './precedence.ts'
import { planPrivileges } from './privileges.ts'
import { findRenamedParts, renameParts, withoutRenamed } from './renamed-parts.ts'
import { findReplacements } from './replacements.ts'
import { noRowValues, type RowValues } from './row-values.ts'
import { aroundStoredRows, tablesComputedAnew } from './stored-rows.ts'
import { waitForRows } from './wait-for-rows.ts'

export interface PlanOptions {
  /** Whether owners, grants and default privileges are brought to what the new side says. */
  readonly grants: boolean
  readonly values: RowValues
  /** Tables that are to be changed without stopping anybody, and what a run that died left behind. */
  readonly online: Pick<OnlineInput, 'isBusy' | 'leftovers'> | null
  readonly parking: Parking
}

/** What this plan parks and what it brings back: on both sides as far as changes are concerned. */
export interface Parking {
  readonly parked: readonly NumberedThing[]
  readonly unparked: readonly NumberedThing[]
  /** The schema for what is parked is there already. */
  readonly isPlaceThere: boolean
  /** The number under which the old ones of types that are made anew are kept, for what is parked; null where nothing is. */
  readonly keptAs: number | null
  /** What has been parked in columns before, and stays so. */
  readonly hidden: readonly HiddenColumn[]
}

const nothingParked: Parking = { parked: [], unparked: [], isPlaceThere: false, keptAs: null, hidden: [] }

/**
 * All statements that turn the database `from` into `to`, in an order that works. Knows nothing of rows: what must not
 * be lost has been decided before, how to do it without stopping anybody is decided after.
 */
export function planChanges(
  given: readonly Change[],
  from: CatalogIndex,
  wanted: CatalogIndex,
  options: Partial<PlanOptions> = {},
): Action[] {
  const { grants = false, values = noRowValues, online = null, parking = nothingParked } = options
  const parked = new Set(parking.parked.flatMap(({ kept }) => kept.map(({ id }) => id)))
  const { changes: named, to } = withNamedNotNulls(given, from, wanted)
  const renamed = findRenamedParts(named, from)
  const changes = withConsequences(withoutRenamed(named, renamed), from, to, parked)
  const own = withoutInherited(changes, from, to)
  const sequences = carrySequences(changes, from, to)
  const removed = new Set([...idsOf(changes, 'removed')].filter((id) => !sequences.handled.has(id)))
  const altered = own.filter((change) => change.kind === 'altered')
  const alterations = new Map<ObjectId, Alteration>(
    altered.map((change) => [change.to.id, alterObject(change, from, to, values)]),
  )
  const anew = tablesComputedAnew(changes, from, to)
  const { replaced } = findReplacements(removed, alterations, from, to, idsKept(parking, changes), anew)
  const carried = [...alterations].map(([id, alteration]) => partsCarried(id, alteration))
  const rebuilt = new Set(carried.flatMap(({ made }) => made))
  const gone = new Set(carried.flatMap(({ old }) => old))
  const toDrop = union(removed, replaced)
  const comesBack = [...replaced].filter((id) => to.has(id))
  const toCreate = new Set(
    [...idsOf(own, 'added'), ...comesBack, ...newParts(comesBack, to)].filter((id) => !rebuilt.has(id)),
  )
  const isAnew = (id: ObjectId) => [replaced, rebuilt, gone].some((ids) => ids.has(id))
  const actions = [
    ...dropObjects(new Set([...toDrop].filter((id) => !gone.has(id))), from, to),
    ...createObjects(toCreate, to, { values, from }),
    ...[...alterations].flatMap(([id, alteration]) =>
      alteration.kind === 'in-place' && !isAnew(id) ? alteration.actions : [],
    ),
    ...altered.flatMap((change) => (isAnew(change.to.id) ? [] : commentActions(change.from, change.to))),
    ...notNullsOfChildren(own, from, to).filter(({ target }) => !isAnew(target)),
    ...sequences.actions,
    ...renameParts(renamed),
  ]
  actions.push(...planPrivileges(actions, own, from, to, grants))
  const apartFromRows = aroundStoredRows(distinct(actions), anew, from, to)
  const untied = afterUntying(apartFromRows, own, from, to)
  const moving = movingOver(droppingValuesAnytime(untied, alterations, from, to), alterations)
  const joined = withHiddenColumns(moving, parking.hidden, parking.parked, to)
  const parks = parkActions(parking.parked, parking.isPlaceThere, from, to)
  const stored = storedAfterParking(keepOldTypes(joined, parking.keptAs, parked, from), parking.parked, to)
  const aside = [
    ...aroundParking(stored, parking, from, to),
    ...droppingValuesAnytime(parks, alterations, from, to),
    ...unparkActions(parking.unparked, from),
  ]
  const complete = withNamesTaken(waitForRows(aside, emptyAtFirst(alterations)), from, to)
  const apart = committedFirst(complete)
  const gentle = online ? goOnline(apart, { ...online, isBusy: inUse(online, parking), from, to }) : apart
  return orderActions(identityOfTree(gentle, from, to), precedes).filter(({ sql }) => sql !== '')
}

/** But for defaults of what gets another type, which hold nothing and stand in the way. */
function idsKept({ parked, unparked }: Parking, changes: readonly Change[]): ReadonlySet<ObjectId> {
  const retyped = new Set(
    changes.flatMap((change) =>
      change.kind === 'altered' && change.differences.some(({ attribute }) => attribute === 'type')
        ? [change.to.id]
        : [],
    ),
  )
  const kept = [...parked, ...unparked].flatMap((thing) => thing.kept)
  return new Set(
    kept.filter((part) => part.kind !== 'default' || !retyped.has(part.parent ?? '')).map(({ id }) => id),
  )
}

/** Nobody waits for what is about to be parked, however full it is; what comes back is tied to others that are used. */
function inUse({ isBusy }: NonNullable<PlanOptions['online']>, { parked }: Parking) {
  const idle = new Set(parked.map(({ object }) => object))
  return (table: ObjectId | null | undefined) => !idle.has(table ?? '') && isBusy(table)
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

/** Parts that go, and parts that come, with the alteration of their owner, which is made anew. */
function partsCarried(owner: ObjectId, alteration: Alteration): { old: ObjectId[]; made: ObjectId[] } {
  const parts = (ids: readonly ObjectId[]) => ids.filter((id) => id !== owner)
  // copies of a column in children have alterations of their own beside what spreads to them
  if (alteration.kind === 'replace' || kindOf(owner) === 'column') return { old: [], made: [] }
  if (alteration.replaces)
    return { old: parts(alteration.replaces.old), made: parts(alteration.replaces.made) }
  return {
    old: parts(alteration.actions.flatMap(({ verb, removes }) => (verb === 'create' ? [] : removes))),
    made: parts(alteration.actions.flatMap(({ verb, makes }) => (verb === 'create' ? makes : []))),
  }
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

/**
 * What a parent would forbid or spread waits until the table has left it, and so does what would spread to the table
 * (an index only while it is made); a child that goes is better gone before its parents change.
 */
function afterUntying(
  actions: readonly Action[],
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const untied = new Map<ObjectId, ObjectId[]>()
  const left = new Map<ObjectId, ObjectId[]>()
  const gone = new Map<ObjectId, ObjectId[]>()
  const note = (waits: Map<ObjectId, ObjectId[]>, table: ObjectId, id: ObjectId) =>
    waits.set(table, [...(waits.get(table) ?? []), id])
  for (const change of changes) {
    if (change.kind === 'removed') {
      const { id } = change.object
      for (const parent of ancestorsOf(id, from)) note(gone, parent, `gone:${id}`)
    } else if (change.kind === 'altered' && change.from.kind === 'table' && change.to.kind === 'table') {
      const table = change.to.id
      if (!isRetied({ ...change, from: change.from, to: change.to })) continue
      const [before, after] = [ancestorsOf(table, from), ancestorsOf(table, to)]
      for (const each of [table, ...before]) note(untied, each, untiedId(table))
      for (const each of before) if (!after.includes(each)) note(left, each, untiedId(table))
    }
  }
  if (untied.size + gone.size === 0) return [...actions]
  return actions.map((each) => {
    const path = pathOf(each.target)
    const table = `table:${path.slice(0, path.length - quoteIdentifier(nameOf(path)).length - 1)}`
    if (kindOf(each.target) === 'index' && each.verb === 'create') {
      const above = to.get(each.target)?.parent ?? ''
      return { ...each, needs: [...each.needs, ...(left.get(above) ?? [])] }
    }
    if (!parts.has(kindOf(each.target))) return each
    const needs = [...each.needs, ...(untied.get(table) ?? [])]
    return { ...each, needs, prefers: [...each.prefers, ...(gone.get(table) ?? [])] }
  })
}

function ancestorsOf(table: ObjectId, index: CatalogIndex): ObjectId[] {
  const object = index.get(table)
  return object ? parentTables(object).flatMap((parent) => [parent, ...ancestorsOf(parent, index)]) : []
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
