import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { roomId } from './alter/table-ties.ts'
import { beforeDrop } from './before-drop.ts'
import { partsInCircles } from './drop-circles.ts'
import { alterAlone, copiesOf, originalsOf, tableOf } from './inheritance.ts'
import { dropRareObject } from './kinds/drop-rare-object.ts'
import { dropWithRoutines } from './shells.ts'
import { staysChildOf } from './ties.ts'

/**
 * Statements that remove these objects; what goes by itself with another gets none. In no order yet.
 * @param to what is to be there: a table that leaves its parent must drop itself what it had from there
 */
export function dropObjects(ids: ReadonlySet<ObjectId>, from: CatalogIndex, to: CatalogIndex): Action[] {
  const carried = new Map<ObjectId, CatalogObject[]>()
  const own: CatalogObject[] = []
  const carriers = new Map([...ids].map((id) => [id, carrierOf(from.get(id)!, ids, from, to)]))
  const alone = partsInCircles(carriers, from)
  for (const [id, carrier] of carriers) {
    const object = from.get(id)!
    if (carrier === undefined || alone.has(id)) own.push(object)
    else carried.set(carrier, [...(carried.get(carrier) ?? []), object])
  }
  const drops = own.flatMap((object) => [
    ...beforeDrop(object),
    dropObject(object, carried, isKeptBelow(object, ids, from), [from, to]),
  ])
  return dropWithRoutines(drops, from)
}

function dropObject(
  object: CatalogObject,
  carried: ReadonlyMap<ObjectId, readonly CatalogObject[]>,
  isAlone: boolean,
  indexes: readonly [from: CatalogIndex, to: CatalogIndex],
): Action {
  const [from] = indexes
  const gone = withCarried(object, carried)
  const removes = gone.map(({ id }) => id)
  const frees = new Set(gone.flatMap(({ needs }) => needs))
  for (const id of removes) frees.delete(id)
  const makes = [...gone.flatMap(absences), ...removes.map((id) => `gone:${id}`)]
  // a part that a parent has as well goes only after the parent's
  const needs = isOwnCopy(object) ? originalsOf(object, from).map((id) => `gone:${id}`) : []
  return action('drop', object.id, dropStatement(object, indexes, isAlone), {
    removes,
    frees: [...frees],
    makes,
    needs,
  })
}

function withCarried(
  object: CatalogObject,
  carried: ReadonlyMap<ObjectId, readonly CatalogObject[]>,
): CatalogObject[] {
  return [object, ...(carried.get(object.id) ?? []).flatMap((other) => withCarried(other, carried))]
}

/** What others wait for: a column leaves its primary key before its NOT NULL goes, and its default before it is an identity. */
function absences(object: CatalogObject): ObjectId[] {
  if (object.kind === 'table' && object.attributes.partitionOf) return [roomId(object.attributes.partitionOf)]
  if (object.kind === 'default') return [`defaultless:${object.parent}`]
  if (object.kind !== 'constraint' || object.attributes.type !== 'primary-key') return []
  return object.needs.filter((id) => id.startsWith('column:')).map((id) => `keyless:${id}`)
}

/** Children that keep what their parent loses: the parent's goes alone. */
function isKeptBelow(object: CatalogObject, ids: ReadonlySet<ObjectId>, from: CatalogIndex): boolean {
  if (!isOwnCopy(object)) return false
  const table = from.get(object.parent ?? '')
  if (table?.kind !== 'table' || table.attributes.partitionKey !== null) return false
  return copiesOf(object, from).some(({ id }) => !ids.has(id))
}

function isOwnCopy(object: CatalogObject): boolean {
  if (object.kind === 'constraint') return object.attributes.type === 'check'
  return object.kind === 'column'
}

function dropStatement(
  object: CatalogObject,
  [from, to]: readonly [from: CatalogIndex, to: CatalogIndex],
  isAlone: boolean,
): string {
  const only = isAlone ? 'ONLY ' : ''
  const owner = object.parent ? pathOf(object.parent) : ''
  const name = quoteIdentifier(object.name)
  switch (object.kind) {
    case 'column':
      return `ALTER ${tableWord(object.parent)} ${only}${owner} DROP COLUMN ${name}`
    case 'constraint':
      return `ALTER ${tableWord(object.parent)} ${only}${owner} DROP CONSTRAINT ${name}`
    case 'domain-constraint':
      return `ALTER DOMAIN ${owner} DROP CONSTRAINT ${name}`
    case 'default': {
      const table = tableOf(object, from)
      return `${alterAlone(table?.id ?? '', from, to)} ALTER COLUMN ${name} DROP DEFAULT`
    }
    default:
      return dropRareObject(object)
  }
}

function tableWord(parent: ObjectId | null): string {
  return parent?.startsWith('foreign-table:') ? 'FOREIGN TABLE' : 'TABLE'
}

/** The object of these with which PostgreSQL drops this one by itself; undefined when it takes a statement. */
function carrierOf(
  object: CatalogObject,
  ids: ReadonlySet<ObjectId>,
  from: CatalogIndex,
  to: CatalogIndex,
): ObjectId | undefined {
  // the parts of a schema do not go with it: it must be emptied first
  const carriers: (ObjectId | null)[] = object.parent?.startsWith('schema:') ? [] : [object.parent]
  switch (object.kind) {
    case 'constraint':
    case 'index':
      carriers.push(object.attributes.attachedTo, ...ownColumns(object))
      if (object.kind === 'constraint' && object.attributes.inherited)
        carriers.push(...goneWhole(object, ids, from, to))
      break
    case 'statistics':
      carriers.push(...ownColumns(object))
      break
    case 'column':
      if (!object.attributes.local) carriers.push(...goneWhole(object, ids, from, to))
      break
    case 'sequence':
      carriers.push(object.attributes.ownedBy)
      break
  }
  return carriers.find((id): id is ObjectId => id != null && ids.has(id))
}

/** Originals that take their copies along. */
function goneWhole(
  object: CatalogObject,
  ids: ReadonlySet<ObjectId>,
  from: CatalogIndex,
  to: CatalogIndex,
): ObjectId[] {
  const table = tableOf(object, from)?.id ?? ''
  return originalsOf(object, from).filter((id) => {
    const original = from.get(id)
    if (original === undefined || isKeptBelow(original, ids, from)) return false
    return !to.has(table) || staysChildOf(table, tableOf(original, from)?.id ?? '', from, to)
  })
}

function ownColumns(object: CatalogObject): ObjectId[] {
  // a column of its predicate or of an expression does not take it along (manual: DROP … RESTRICT)
  if (object.kind === 'constraint' && object.attributes.type === 'exclusion') return []
  return object.needs.filter((id) => id.startsWith('column:') && isColumnOf(id, object.parent))
}

function isColumnOf(column: ObjectId, table: ObjectId | null): boolean {
  return table !== null && pathOf(column).startsWith(`${pathOf(table)}.`)
}
