import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { addColumn } from './add-column.ts'
import { persistenceId } from './alter/alter-table.ts'
import { attachedPart, type IsMadeAlone, whetherMadeAlone } from './attached-index.ts'
import { createDomain } from './create-domain.ts'
import { createTable, isTable } from './create-table.ts'
import { copiesIn, findHandedDown } from './handed-down.ts'
import { settingsOfNewIndexes } from './index-settings.ts'
import { alterAlone, tableOf } from './inheritance.ts'
import { commentStatements } from './kinds/comments.ts'
import { createStatements } from './kinds/create.ts'
import { noRowValues, type RowValues } from './row-values.ts'
import { throughShells } from './shells.ts'

export interface CreateOptions {
  readonly values?: RowValues
  /** The database as it is; none when everything in it is new. */
  readonly from?: CatalogIndex
}

/** All statements that make these objects, which the database lacks, as `to` describes them; in no order yet. */
export function createObjects(
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  { values = noRowValues, from }: CreateOptions = {},
): Action[] {
  const objects = [...ids].map((id) => present(to.get(id), id))
  const handedDown = findHandedDown(objects, ids, to, from)
  const tables = objects.flatMap((object) => (isTable(object) ? createTable(object, ids, to) : []))
  const domains = objects.flatMap((object) =>
    object.kind === 'domain' ? [createDomain(object, to, (id) => ids.has(id))] : [],
  )
  const made = new Set([...tables, ...domains].flatMap(({ makes }) => makes))
  for (const copies of handedDown.values()) for (const { id } of copies) made.add(id)
  const columns = objects.flatMap((object) =>
    object.kind === 'column' && !made.has(object.id)
      ? addColumn(object, copiesIn(handedDown, object.id), ids, to, values)
      : [],
  )
  for (const column of columns) for (const id of column.makes) made.add(id)
  const isMadeAlone = whetherMadeAlone(to, from)
  const others = objects
    .filter((object) => !made.has(object.id))
    .flatMap((object) => createOther(object, copiesIn(handedDown, object.id), ids, isMadeAlone, to, from))
  const comments = objects.flatMap((object) =>
    commentStatements(object).map((sql) => action('comment', object.id, sql, { needs: [object.id] })),
  )
  const settings = settingsOfNewIndexes(ids, to)
  return [...throughShells([...tables, ...domains, ...columns, ...others], to), ...settings, ...comments]
}

function createOther(
  object: CatalogObject,
  copies: readonly CatalogObject[],
  ids: ReadonlySet<ObjectId>,
  isMadeAlone: IsMadeAlone,
  to: CatalogIndex,
  from: CatalogIndex | undefined,
): Action[] {
  switch (object.kind) {
    case 'table':
    case 'column':
    case 'foreign-table':
      throw new Error(`${object.id} is not made on its own`)
    case 'index':
    case 'constraint':
      if (object.attributes.attachedTo) return attachedPart(object, ids, to, isMadeAlone)
      break
  }
  const [first, ...rest] = createStatements(object)
  const partitions = object.kind === 'index' || object.kind === 'constraint' ? partitionsOf(object, to) : []
  return [
    action('create', object.id, spreading(object, first!, to, isMadeAlone), {
      makes: [object.id, ...copies.map(({ id }) => id)],
      needs: [
        ...object.needs,
        ...partitions,
        ...tablesOf(copies),
        ...statesNeeded(object),
        ...keysToLeave(object, to, from),
      ],
      locksOthers: object.kind === 'constraint' && object.attributes.type === 'foreign-key',
    }),
    ...rest.map((sql) => action('alter', object.id, sql, { needs: [object.id] })),
    ...ownership(object),
  ]
}

function tablesOf(copies: readonly CatalogObject[]): ObjectId[] {
  return copies.flatMap(({ parent }) => parent ?? [])
}

/**
 * An index of a partitioned table is made on all partitions at once, where pg_get_indexdef says ONLY; a default is
 * each table's own.
 */
function spreading(object: CatalogObject, sql: string, to: CatalogIndex, isMadeAlone: IsMadeAlone): string {
  if (object.kind === 'default') {
    const table = tableOf(object, to)?.id ?? ''
    return sql.replace(`ALTER TABLE ${pathOf(table)} `, `${alterAlone(table, to)} `)
  }
  if (object.kind !== 'index' || isMadeAlone(object)) return sql
  const name = quoteIdentifier(object.name)
  for (const unique of ['', 'UNIQUE ']) {
    const only = `CREATE ${unique}INDEX ${name} ON ONLY `
    if (sql.startsWith(only)) return `CREATE ${unique}INDEX ${name} ON ${sql.slice(only.length)}`
  }
  return sql
}

function partitionsOf(object: IndexObject | ConstraintObject, to: CatalogIndex): ObjectId[] {
  const below = (table: ObjectId): ObjectId[] =>
    to
      .childrenOf(table)
      .flatMap((child) =>
        child.kind === 'table' && child.attributes.partitionOf ? [child.id, ...below(child.id)] : [],
      )
  return below(object.parent ?? '')
}

/** Columns that are altered as well: NOT NULL before they are a key, no identity any more before they have a default. */
function statesNeeded(object: CatalogObject): ObjectId[] {
  if (object.kind === 'default') return [`plain:${object.parent}`]
  if (object.kind === 'publication-table') return object.needs.map(persistenceId)
  if (object.kind !== 'constraint' || object.attributes.type !== 'primary-key') return []
  return object.needs.filter((id) => id.startsWith('column:')).map((id) => `not-null:${id}`)
}

/**
 * A foreign key takes the oldest key on its columns, which may be one that is to go: so it comes after that is gone,
 * or made anew.
 */
function keysToLeave(object: CatalogObject, to: CatalogIndex, from: CatalogIndex | undefined): string[] {
  const references = object.kind === 'constraint' ? object.facts.references : null
  if (references === null || !from) return []
  const columnsOf = ({ needs }: CatalogObject) =>
    needs.filter((id) => to.get(id)?.kind === 'column' && to.get(id)?.parent === references)
  const wanted = new Set(columnsOf(object))
  return from
    .partsOf(references)
    .filter((part) => part.kind === 'constraint' || part.kind === 'index')
    .filter((part) => columnsOf(part).length === wanted.size && columnsOf(part).every((id) => wanted.has(id)))
    .map(({ id }) => (to.has(id) ? id : `gone:${id}`))
}

function ownership(object: CatalogObject): Action[] {
  if (object.kind !== 'sequence' || !object.attributes.ownedBy) return []
  const { ownedBy } = object.attributes
  const sql = `ALTER SEQUENCE ${pathOf(object.id)} OWNED BY ${pathOf(ownedBy)}`
  return [action('alter', object.id, sql, { needs: [object.id, ownedBy] })]
}

function present(object: CatalogObject | undefined, id: ObjectId): CatalogObject {
  if (!object) throw new Error(`${id} is not in the catalog that was asked to make it`)
  return object
}
