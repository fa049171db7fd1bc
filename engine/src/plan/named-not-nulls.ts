import type { CatalogObject } from '../catalog/catalog.ts'
import { partId } from '../catalog/identify.ts'
import { type CatalogIndex, indexCatalog, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { usualNameOfNotNull } from './kinds/not-null.ts'
import { stayingNotNulls } from './staying-not-nulls.ts'

interface Named {
  readonly changes: readonly Change[]
  readonly to: CatalogIndex
}

/**
 * Since PostgreSQL 18 a NOT NULL gets the usual name only while nothing else in its schema is called that. Where
 * something is, or was before the plan, the new side's columns say the name, and get it whatever comes first.
 */
export function withNamedNotNulls(changes: readonly Change[], from: CatalogIndex, to: CatalogIndex): Named {
  const changed = changes.some((change) => change.kind !== 'removed' && isNotNull(objectOf(change)))
  if (!changed || Math.min(from.catalog.serverVersion, to.catalog.serverVersion) < 180000)
    return { changes, to }
  const named = columnsToName(from, to)
  if (named.size === 0) return { changes, to }
  return { changes: changes.map((change) => withNew(change, renameBy(named))), to: renamedIn(to, named) }
}

/** A catalog that is to be made from nothing, in whatever order. */
export function withSharedNamesSaid(index: CatalogIndex): CatalogIndex {
  if (index.catalog.serverVersion < 180000) return index
  const named = columnsToName(index, index)
  return named.size === 0 ? index : renamedIn(index, named)
}

type Renamed = ReadonlyMap<ObjectId, ColumnObject>

function renamedIn({ catalog }: CatalogIndex, named: Renamed): CatalogIndex {
  const rename = renameBy(named)
  const objects = new Map([...catalog.objects].map(([id, object]) => [id, rename(object)]))
  return indexCatalog({ ...catalog, objects })
}

function renameBy(named: Renamed) {
  return <Some extends CatalogObject>(object: Some): Some => {
    const column: CatalogObject | undefined = named.get(object.id)
    return column === undefined ? object : (column as Some)
  }
}

function objectOf(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}

function isNotNull(object: CatalogObject): object is ColumnObject {
  return object.kind === 'column' && object.attributes.notNull
}

function withNew(change: Change, rename: <Some extends CatalogObject>(object: Some) => Some): Change {
  switch (change.kind) {
    case 'added':
      return { ...change, object: rename(change.object) }
    case 'altered':
      return { ...change, to: rename(change.to) }
    case 'removed':
      return change
  }
}

/** Those with the usual name that something of another table has as well, on either side or in between. */
function columnsToName(from: CatalogIndex, to: CatalogIndex): Map<ObjectId, ColumnObject> {
  const owners = ownersOfNames(from, to)
  const named = new Map<ObjectId, ColumnObject>()
  for (const object of to.catalog.objects.values()) {
    if (!isNotNull(object) || object.attributes.notNullName !== null) continue
    const name = usualNameOfNotNull(object)
    if (object.facts.notNullConstraint !== name) continue
    const owner = owners.get(placeOf(object, name, to))
    if (owner === shared || takesOver(object, from, to))
      named.set(object.id, { ...object, attributes: { ...object.attributes, notNullName: name } })
  }
  return named
}

const shared = ''

/** Children that are NOT NULL already are called as their parent before that one is. */
function takesOver(column: ColumnObject, from: CatalogIndex, to: CatalogIndex): boolean {
  const before = from.get(column.id)
  const isNew = before?.kind === 'column' && !before.attributes.notNull
  return isNew && stayingNotNulls(column, from, to).length > 0
}

/** Whose constraint a name is; `shared` where it is that of several. */
function ownersOfNames(from: CatalogIndex, to: CatalogIndex): Map<string, ObjectId> {
  const owners = new Map<string, ObjectId>()
  for (const index of [from, to])
    for (const object of index.catalog.objects.values()) {
      const name = constraintName(object)
      if (name === null) continue
      const key = placeOf(object, name, index)
      const owner = ownerOf(object, index, from)
      owners.set(key, [undefined, owner].includes(owners.get(key)) ? owner : shared)
    }
  return owners
}

/** What is taken over is called as the parent's, and goes with it, unless a table that was there is yet to join. */
function ownerOf(object: CatalogObject, index: CatalogIndex, from: CatalogIndex): ObjectId {
  const owner = object.parent ?? ''
  const isOwn = object.kind !== 'column' || object.attributes.local
  const table = isOwn ? undefined : index.get(owner)
  const [parent] = table ? parentTables(table) : []
  const before = from.get(owner)
  const isJoining = parent !== undefined && before !== undefined && !parentTables(before).includes(parent)
  const original = parent && !isJoining ? index.get(partId('column', parent, object.name)) : undefined
  return original === undefined ? owner : ownerOf(original, index, from)
}

/** Constraints of all tables and domains of a schema share one space of names, as far as names are chosen. */
function placeOf(object: CatalogObject, name: string, index: CatalogIndex): string {
  return JSON.stringify([object.schema ?? index.get(object.parent ?? '')?.schema, name])
}

function constraintName(object: CatalogObject): string | null {
  switch (object.kind) {
    case 'column':
      return object.facts.notNullConstraint
    case 'constraint':
    case 'domain-constraint':
      return object.name
    default:
      return null
  }
}
