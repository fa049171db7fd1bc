import type { CatalogObject } from '../catalog/catalog.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { alterObject } from './alter/alter-object.ts'
import { tableOf } from './inheritance.ts'
import { withMovedCollations } from './moved-collations.ts'
import { noRowValues } from './row-values.ts'
import { isStoredInside } from './stored-inside.ts'
import { keepersOf } from './stored-rows.ts'

type Altered = Extract<Change, { readonly kind: 'altered' }>

/**
 * Changes, and what must change with them although it is spelled alike on both sides: columns move to a type that is
 * made anew, and so do types made of it; a table whose partition key moves is another table; a typed table lets go of
 * its type while that changes; a domain whose values are kept inside others is made anew for a new check.
 * @param parked what goes aside as it is
 */
export function withConsequences(
  given: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  parked: ReadonlySet<ObjectId> = new Set(),
): readonly Change[] {
  const all = withMovedCollations(given, from, to)
  const altered = new Map<ObjectId, Altered>()
  for (const change of all) if (change.kind === 'altered') altered.set(change.to.id, change)
  const open = [...altered.values()]
  const domains = new Set(given.flatMap((change) => newlyChecked(change)))
  const alter = (id: ObjectId, attribute: string) => {
    const known = altered.get(id)
    if (known?.differences.some((one) => one.attribute === attribute)) return
    const [before, after] = [from.get(id), to.get(id)]
    if (!before || !after || parked.has(id)) return
    const value = (after.attributes as Readonly<Record<string, unknown>>)[attribute]
    const differences = [...(known?.differences ?? []), { attribute, from: value, to: value }]
    const change: Altered = { kind: 'altered', from: before, to: after, differences }
    altered.set(id, change)
    open.push(change)
  }
  for (const domain of domains) if (isStoredInside(domain, from)) alter(domain, 'type')
  for (let change = open.pop(); change; change = open.pop())
    for (const { id, attribute } of consequencesOf(change, from, to)) alter(id, attribute)
  const others = all.filter((change) => change.kind !== 'altered')
  return [...others, ...altered.values()]
}

/** A domain whose values must be looked at. */
function newlyChecked(change: Change): ObjectId[] {
  if (change.kind === 'removed') return []
  const object = change.kind === 'added' ? change.object : change.to
  switch (object.kind) {
    case 'domain':
      return change.kind === 'altered' && object.attributes.notNull && has(change, 'notNull')
        ? [object.id]
        : []
    case 'domain-constraint':
      return object.attributes.validated &&
        (change.kind === 'added' || has(change, 'definition', 'validated'))
        ? [object.parent ?? '']
        : []
    default:
      return []
  }
}

interface Consequence {
  readonly id: ObjectId
  readonly attribute: string
}

function consequencesOf(change: Altered, from: CatalogIndex, to: CatalogIndex): Consequence[] {
  const { kind, id } = change.to
  switch (kind) {
    case 'enum':
    case 'domain':
    case 'range':
      return isRebuilt(change, from, to) ? movedWith(id, from, to) : []
    case 'composite':
      return [
        ...(isRebuilt(change, from, to) ? movedWith(id, from, to) : []),
        ...(has(change, 'attributes', 'collation') ? typedTables(id, from, to) : []),
      ]
    case 'column':
      return has(change, 'type', 'collation', 'keptRows')
        ? [...partitionedBy(change.from, from), ...columnsOfRows(change.from.parent ?? '', from, to)]
        : []
    default:
      return []
  }
}

function isRebuilt(change: Altered, from: CatalogIndex, to: CatalogIndex): boolean {
  const alteration = alterObject(change, from, to, noRowValues)
  return alteration.kind === 'in-place' && alteration.isRebuilding === true
}

function movedWith(type: ObjectId, from: CatalogIndex, to: CatalogIndex): Consequence[] {
  return from.dependentsOf(type).flatMap(({ id, kind }) => {
    if (!to.get(id)?.needs.includes(type)) return []
    switch (kind) {
      case 'column':
        return [{ id, attribute: 'type' }]
      case 'domain':
      case 'composite':
      case 'range':
        return [{ id, attribute: 'collation' }] // which none of them can change in place
      default:
        return []
    }
  })
}

function typedTables(type: ObjectId, from: CatalogIndex, to: CatalogIndex): Consequence[] {
  return from.dependentsOf(type).flatMap((table) => {
    const after = to.get(table.id)
    if (table.kind !== 'table' || after?.kind !== 'table') return []
    if (table.attributes.ofType !== type || after.attributes.ofType !== type) return []
    return [{ id: table.id, attribute: 'ofType' }]
  })
}

/**
 * Columns of others that keep rows of the table must let go of its type meanwhile. As text these rows fit in again only
 * where the table has the same columns; otherwise PostgreSQL refuses, rather than that a value ends in another's place.
 */
function columnsOfRows(table: ObjectId, from: CatalogIndex, to: CatalogIndex): Consequence[] {
  const [old, fresh] = [from, to].map(
    (index) => new Set(index.partsOfKind(table, 'column').map(({ id }) => id)),
  )
  if (old!.size !== fresh!.size || [...old!].some((id) => !fresh!.has(id))) return []
  const after = new Set(keepersOf(table, to).map(({ id }) => id))
  return keepersOf(table, from).flatMap(({ id, kind }) =>
    kind === 'column' && after.has(id) ? [{ id, attribute: 'keptRows' }] : [],
  )
}

/** The whole tree is made anew when the key of any table in it is touched. */
function partitionedBy(column: CatalogObject, from: CatalogIndex): Consequence[] {
  const table = tableOf(column, from)
  if (!table || !isKeyIn(table, column.name, from)) return []
  return [{ id: rootOf(table, from).id, attribute: 'partitionKey' }]
}

function isKeyIn(table: CatalogObject, column: string, index: CatalogIndex): boolean {
  if (table.kind !== 'table' || table.attributes.partitionKey === null) return false
  return (
    table.facts.partitionColumns.includes(column) ||
    index.childrenOf(table.id).some((child) => isKeyIn(child, column, index))
  )
}

function rootOf(table: CatalogObject, index: CatalogIndex): CatalogObject {
  const [parent] = table.kind === 'table' && table.attributes.partitionOf ? parentTables(table) : []
  const above = parent === undefined ? undefined : index.get(parent)
  return above ? rootOf(above, index) : table
}

function has({ differences }: Altered, ...attributes: readonly string[]): boolean {
  return differences.some(({ attribute }) => attributes.includes(attribute))
}
