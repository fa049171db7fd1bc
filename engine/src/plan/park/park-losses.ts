import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { sortById } from '../../catalog/sort.ts'
import { type Change, changedObject } from '../../diff/change.ts'
import { compareObjects } from '../../diff/compare-objects.ts'
import { carrySequences } from '../carry-sequences.ts'
import { withConsequences } from '../consequences.ts'
import { parkedName } from '../online/reserved-name.ts'
import { canStay, goesWithOriginal, isOfType, keptColumn, keptTable, type Loss } from './kept-parts.ts'
import { keptSequence } from './kept-sequence.ts'
import type { NumberedThing } from './parked-thing.ts'

export interface ParkedLosses {
  readonly changes: readonly Change[]
  /** The other side, with what is parked still in it: as far as planning is concerned it goes at the very end. */
  readonly to: Catalog
  readonly things: readonly NumberedThing[]
}

/**
 * Tables, columns and sequences that would be dropped are parked: what holds them to others changes, and they
 * themselves stay. All other losses are definitions, which the journal's catalogs keep.
 * @param next number of the first thing (ParkingPlace)
 */
export function parkLosses(
  changes: readonly Change[],
  from: CatalogIndex,
  to: Catalog,
  next: number,
): ParkedLosses {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [change.object.id] : [])))
  if (removed.size === 0) return { changes, to, things: [] }
  const rebuilt = rebuiltTables(changes, from, indexCatalog(to))
  const touched = new Set(changes.map((change) => changedObject(change).id))
  const loss = { removed, touched, from, to }
  const handedOn = carrySequences(changes, from, indexCatalog(to)).handled
  const things = withTypes(thingsAmong(loss, rebuilt, handedOn), loss, next > 1).map(([object, kept]) => ({
    object,
    name: parkedName(object, next),
    number: next,
    kept,
  }))
  if (things.length === 0) return { changes, to, things }
  const kept = new Map(things.flatMap((thing) => thing.kept.map((object) => [object.id, object])))
  const others = changes.filter((change) => change.kind !== 'removed' || !kept.has(change.object.id))
  return {
    changes: [...others, ...[...kept.values()].flatMap((object) => alterationOf(object, from))],
    to: { ...to, objects: sortById([...to.objects.values(), ...kept.values()]) },
    things,
  }
}

type Kept = readonly [object: ObjectId, kept: readonly CatalogObject[]]

/** Partitioned tables that are made anew: the rows of their partitions move over, so nothing is lost with these. */
function rebuiltTables(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): ReadonlySet<ObjectId> {
  const isRebuilt = (change: Change) =>
    change.kind === 'altered' &&
    change.to.kind === 'table' &&
    change.differences.some(({ attribute }) => attribute === 'partitionKey')
  return new Set(
    withConsequences(changes, from, to)
      .filter(isRebuilt)
      .map((change) => changedObject(change).id),
  )
}

function isWithin(object: CatalogObject, tables: ReadonlySet<ObjectId>, from: CatalogIndex): boolean {
  if (tables.has(object.id)) return true
  const above = object.kind === 'table' ? object.attributes.partitionOf : object.parent
  const owner = from.get(above ?? '')
  return owner !== undefined && isWithin(owner, tables, from)
}

function thingsAmong(loss: Loss, rebuilt: ReadonlySet<ObjectId>, handedOn: ReadonlySet<ObjectId>): Kept[] {
  const { removed, from } = loss
  return [...removed].flatMap((id): Kept[] => {
    const object = from.get(id)
    if (object && isWithin(object, rebuilt, from)) return []
    const kept = object && keptOf(object, loss, handedOn)
    return kept ? [[id, kept]] : []
  })
}

function keptOf(
  object: CatalogObject,
  loss: Loss,
  handedOn: ReadonlySet<ObjectId>,
): readonly CatalogObject[] | undefined {
  switch (object.kind) {
    case 'table':
      return keptTable(object, loss)
    case 'column': {
      const isPart = loss.removed.has(object.parent ?? '') || !object.parent?.startsWith('table:')
      if (isPart || object.attributes.generated || goesWithOriginal(object, loss)) return undefined
      return keptColumn(object, loss)
    }
    case 'sequence':
      return keptSequence(object, loss, handedOn)
    default:
      return undefined
  }
}

/**
 * Types that go but are those of parked columns are parked with them, and what these are made of.
 * @param all where something has been parked before, which may be of any type
 */
function withTypes(things: readonly Kept[], { removed, from }: Loss, all: boolean): Kept[] {
  const types = new Map<ObjectId, readonly CatalogObject[]>()
  const open = things.flatMap(([, kept]) => kept)
  for (let object = open.pop(); object; object = open.pop())
    for (const id of object.needs) {
      const type = isOfType(id) && removed.has(id) && !types.has(id) ? from.get(id) : undefined
      if (!type) continue
      types.set(id, [type, ...from.partsOf(id)])
      open.push(type)
    }
  if (all)
    for (const id of removed) {
      const type = isOfType(id) && !types.has(id) ? from.get(id) : undefined
      const whole = type ? [type, ...from.partsOf(id)] : []
      if (type && whole.every((part) => canStay(part, { removed, from }))) types.set(id, whole)
    }
  return [...things, ...types]
}

/** What parking changes in one that is kept. */
export function alterationOf(kept: CatalogObject, from: CatalogIndex): Change[] {
  const before = from.get(kept.id)
  const { serverVersion: version } = from.catalog
  const differences = before ? compareObjects(before, kept, { from: version, to: version }) : []
  return before && differences.length > 0 ? [{ kind: 'altered', from: before, to: kept, differences }] : []
}
