import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Action } from '../plan/action.ts'
import { createObjects } from '../plan/create-objects.ts'
import { orderActions } from '../plan/order.ts'
import { precedes } from '../plan/precedence.ts'
import { rootOf } from './root.ts'

/** `everything`: all that the database lacks. `missing-tables`: tables alone, with what belongs to them. */
export type CreationWish =
  | { readonly kind: 'everything' }
  | { readonly kind: 'missing-tables'; readonly only?: readonly string[] | undefined }

export interface Creation {
  readonly actions: readonly Action[]
  /** Tables that will be made; partitions are counted apart. */
  readonly tables: readonly ObjectId[]
  readonly partitions: readonly ObjectId[]
  /** What exists but is not what the models say: reported, never touched. */
  readonly differing: readonly Change[]
}

/** Which of the changes only add something of its own; the rest is left for a plan that may alter. */
export function planCreation(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  wish: CreationWish,
): Creation {
  const taken = takenNames(from)
  const isMissing = (object: CatalogObject) =>
    !from.has(object.id) && !taken.has(pathOf(object.id)) && !from.has(rootOf(object, to).id)
  const missing = changes.flatMap((change) =>
    change.kind === 'added' && isMissing(change.object) ? [change.object] : [],
  )
  const wanted =
    wish.kind === 'everything' ? missing : belongingTo(wantedTables(missing, wish.only, to), missing, to)
  const ids = new Set(wanted.map((object) => object.id))
  refuseImpossible(wanted, ids, from, to, taken)
  const actions = orderActions(createObjects(ids, to), precedes).filter((action) => action.sql !== '')
  const tables = wanted.filter((object) => object.kind === 'table')
  const differing = changes.filter(
    (change) => change.kind !== 'added' || (!ids.has(change.object.id) && !missing.includes(change.object)),
  )
  return {
    actions,
    tables: tables.filter(isNoPartition).map((table) => table.id),
    partitions: tables.filter((table) => !isNoPartition(table)).map((table) => table.id),
    differing,
  }
}

/** Tables, views, sequences, indexes and types with columns share one set of names in a schema. */
function takenNames(from: CatalogIndex): ReadonlySet<string> {
  const names = new Set<string>()
  for (const object of from.catalog.objects.values()) {
    if (
      ['table', 'foreign-table', 'view', 'materialized-view', 'sequence', 'index', 'composite'].includes(
        object.kind,
      )
    )
      names.add(pathOf(object.id))
  }
  return names
}

function wantedTables(
  missing: readonly CatalogObject[],
  only: readonly string[] | undefined,
  to: CatalogIndex,
): CatalogObject[] {
  const tables = missing.filter((object) => object.kind === 'table')
  if (!only) return tables
  const known = [...to.catalog.objects.values()].filter((object) => object.kind === 'table')
  const unknown = only.filter((name) => !known.some((table) => isCalled(table, name)))
  if (unknown.length > 0)
    throw new TrueupError('CREATE-UNKNOWN-TABLE', {
      names: unknown,
      known: known.filter(isNoPartition).map((table) => table.name),
    })
  return tables.filter((table) =>
    only.some((name) => isCalled(table, name) || isCalled(partitionRoot(table, to), name)),
  )
}

function isCalled(table: CatalogObject, name: string): boolean {
  return table.name === name || pathOf(table.id) === name || `${table.schema}.${table.name}` === name
}

function isNoPartition(table: CatalogObject): boolean {
  return table.kind === 'table' && table.attributes.partitionOf === null
}

function partitionRoot(table: CatalogObject, to: CatalogIndex): CatalogObject {
  const parent =
    table.kind === 'table' && table.attributes.partitionOf ? to.get(table.attributes.partitionOf) : undefined
  return parent ? partitionRoot(parent, to) : table
}

/** The tables, their parts, and what those need and the database lacks; another missing table is a question back. */
function belongingTo(
  tables: readonly CatalogObject[],
  missing: readonly CatalogObject[],
  to: CatalogIndex,
): CatalogObject[] {
  const lacking = new Map(missing.map((object) => [object.id, object]))
  const wanted = new Map<ObjectId, CatalogObject>()
  const want = (object: CatalogObject) => {
    if (wanted.has(object.id)) return
    wanted.set(object.id, object)
    for (const part of to.partsOf(object.id)) if (lacking.has(part.id)) want(part)
    for (const need of object.needs) {
      const needed = lacking.get(need)
      if (!needed || needed.kind === 'schema') {
        if (needed) wanted.set(need, needed)
        continue
      }
      const root = rootOf(needed, to)
      if (root.kind === 'table' && !tables.includes(root))
        throw new TrueupError('CREATE-NEEDS-TABLE', { table: rootOf(object, to).name, needed: root.name })
      want(needed)
    }
  }
  for (const table of tables) want(table)
  return missing.filter((object) => wanted.has(object.id))
}

/** A table that cannot come into being because its name, or that of a table it refers to, is taken by something else. */
function refuseImpossible(
  wanted: readonly CatalogObject[],
  ids: ReadonlySet<ObjectId>,
  from: CatalogIndex,
  to: CatalogIndex,
  taken: ReadonlySet<string>,
): void {
  for (const object of wanted) {
    for (const need of object.needs) {
      const needed = to.get(need)
      if (!needed || ids.has(need) || from.has(need) || needed.kind !== 'table' || !taken.has(pathOf(need)))
        continue
      const holder = [...from.catalog.objects.values()].find((other) => pathOf(other.id) === pathOf(need))
      throw new TrueupError('CREATE-NAME-TAKEN', {
        table: pathOf(rootOf(object, to).id),
        needed: pathOf(need),
        kind: holder?.kind ?? 'table',
      })
    }
  }
}
