import type { CatalogObject } from '../catalog/catalog.ts'
import { nameOf, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../catalog/relations.ts'
import { chosenName } from '../sql/chosen-name.ts'
import { quoteIdentifier, quoteQualified } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { addColumn } from './add-column.ts'
import { createTable } from './create-table.ts'
import { createStatements } from './kinds/create.ts'
import { commentStatements } from './kinds/statements.ts'
import { noRowValues, type RowValues } from './row-values.ts'

/** All statements that make these objects, which the database lacks, as `to` describes them; in no order yet. */
export function createObjects(
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  values: RowValues = noRowValues,
): Action[] {
  const objects = [...ids].map((id) => present(to.get(id), id))
  const tables = objects.flatMap((object) => (object.kind === 'table' ? createTable(object, to) : []))
  const inTables = new Set(tables.flatMap((table) => table.makes))
  const columns = objects.flatMap((object) =>
    object.kind === 'column' && !inTables.has(object.id) ? addColumn(object, ids, to, values) : [],
  )
  const made = new Set([...inTables, ...columns.flatMap((column) => column.makes)])
  const others = objects
    .filter((object) => !made.has(object.id))
    .flatMap((object) => createOther(object, ids, to))
  const comments = objects.flatMap((object) =>
    commentStatements(object).map((sql) => action('comment', object.id, sql, { needs: [object.id] })),
  )
  return [...tables, ...columns, ...others, ...comments]
}

function createOther(object: CatalogObject, ids: ReadonlySet<ObjectId>, to: CatalogIndex): Action[] {
  switch (object.kind) {
    case 'table':
    case 'column':
    case 'foreign-table':
      throw new Error(`${object.id} is not made on its own`)
    case 'index':
    case 'constraint':
      if (object.attributes.attachedTo) return attachedPart(object, ids, to)
      break
  }
  const [first, ...rest] = createStatements(object)
  const partitions = object.kind === 'index' || object.kind === 'constraint' ? partitionsOf(object, to) : []
  return [
    action('create', object.id, overPartitions(object, first!), {
      makes: [object.id],
      needs: [...object.needs, ...partitions, ...statesNeeded(object)],
      locksOthers: object.kind === 'constraint' && object.attributes.type === 'foreign-key',
    }),
    ...rest.map((sql) => action('alter', object.id, sql, { needs: [object.id] })),
    ...ownership(object),
  ]
}

/** An index of a partitioned table is made on all partitions at once; pg_get_indexdef says ONLY. */
function overPartitions(object: CatalogObject, sql: string): string {
  if (object.kind !== 'index') return sql
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

/**
 * The index of a partition comes with its parent's, or with the partition; only a name that PostgreSQL would not
 * choose needs a statement. Where both are there already it is made on its own and attached.
 */
function attachedPart(
  object: IndexObject | ConstraintObject,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
): Action[] {
  const parent = to.get(object.attributes.attachedTo ?? '')
  if (parent?.kind !== 'index' && parent?.kind !== 'constraint')
    throw new Error(`${object.id} is attached to nothing`)
  const table = object.parent ?? ''
  if (!ids.has(parent.id) && !ids.has(table)) {
    const unattached = `unattached:${object.id}`
    const sql = `ALTER INDEX ${indexPath(parent)} ATTACH PARTITION ${indexPath(object)}`
    return [
      action('create', object.id, createStatements(object)[0]!, { makes: [unattached], needs: object.needs }),
      action('alter', object.id, sql, {
        makes: [object.id],
        needs: [unattached, parent.id, `attached:${table}`],
      }),
    ]
  }
  const name = chosenIndexName(nameOf(object.parent ?? ''), parent)
  const needs = [parent.id, object.parent ?? '']
  if (name === object.name) return [action('alter', object.id, '', { makes: [object.id], needs })]
  const sql = `ALTER INDEX ${quoteQualified(object.schema ?? '', name)} RENAME TO ${quoteIdentifier(object.name)}`
  return [action('alter', object.id, sql, { makes: [object.id], needs })]
}

/** ChooseIndexName, src/backend/commands/indexcmds.c. */
function chosenIndexName(table: string, parent: IndexObject | ConstraintObject): string {
  const type = parent.kind === 'index' ? 'index' : parent.attributes.type
  if (type === 'primary-key') return chosenName(table, null, 'pkey')
  const label = type === 'exclusion' ? 'excl' : type === 'unique' ? 'key' : 'idx'
  return chosenName(table, parent.facts.ownColumns.join('_'), label)
}

/** Columns that are altered as well: NOT NULL before they are a key, no identity any more before they have a default. */
function statesNeeded(object: CatalogObject): ObjectId[] {
  if (object.kind === 'default') return [`plain:${object.parent}`]
  if (object.kind !== 'constraint' || object.attributes.type !== 'primary-key') return []
  return object.needs.filter((id) => id.startsWith('column:')).map((id) => `not-null:${id}`)
}

/** The index behind a key has the key's name. */
function indexPath(object: IndexObject | ConstraintObject): string {
  return quoteQualified(object.schema ?? '', object.name)
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
