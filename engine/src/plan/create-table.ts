import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type {
  ColumnObject,
  ConstraintObject,
  DefaultObject,
  ForeignTableObject,
  TableObject,
} from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { roomId } from './alter/table-ties.ts'
import { originalsOf, tableOf } from './inheritance.ts'
import { createForeignTable, foreignTableSettings } from './kinds/foreign-table.ts'
import { isUsualNotNull, nameOfNotNull, notNullAddition, usualNameOfNotNull } from './kinds/not-null.ts'
import { createTable as createTableStatement, keyIndexSettings, tableSettings } from './kinds/table.ts'
import { primaryKeyOver } from './primary-key.ts'
import { reaches } from './reach.ts'
import { settledId } from './settled.ts'
import { isNotNull } from './staying-not-nulls.ts'

type AnyTable = TableObject | ForeignTableObject

/** A new table with all that can stand inside its CREATE TABLE, and the settings that must follow. */
export function createTable(table: AnyTable, ids: ReadonlySet<ObjectId>, to: CatalogIndex): Action[] {
  const columns = to.partsOfKind(table.id, 'column').toSorted((a, b) => a.facts.position - b.facts.position)
  const ownColumns = columns.filter((column) => column.attributes.local)
  const inlineDefaults = columns.flatMap((column) => inlineDefault(column, to))
  const impliedDefaults = columns.flatMap((column) => impliedDefault(column, table, ids, to))
  const constraints = to.partsOfKind(table.id, 'constraint').filter((constraint) => isInline(constraint, to))
  const implied = to
    .partsOfKind(table.id, 'constraint')
    .filter((constraint) => isImpliedKey(constraint, to) || isImpliedCheck(constraint, ids, to))
  const stricter = columns.filter((column) => addsNotNull(column, to))
  const isInside = (column: ColumnObject) => table.attributes.partitionOf !== null && isUsualNotNull(column)
  const inside = {
    columns: ownColumns,
    notNullAdditions: stricter.filter(isInside),
    defaults: new Map(inlineDefaults.map((object) => [object.parent ?? '', object.attributes.expression])),
    constraints: constraints.filter((constraint) => !implied.includes(constraint)),
  }
  const isForeign = table.kind === 'foreign-table'
  const sql = isForeign ? createForeignTable(table, inside) : createTableStatement(table, inside)
  const parts = [...columns, ...inlineDefaults, ...impliedDefaults, ...constraints, ...implied]
  const makes = [table.id, ...new Set(parts.map((part) => part.id))]
  const made = new Set(makes)
  // what its parents get or alter as well is taken over as it will be
  const taken = [...columns, ...impliedDefaults].flatMap((object) => originalsOf(object, to))
  const needs = [...[table, ...parts].flatMap((object) => object.needs), ...taken].filter(
    (id) => !made.has(id),
  )
  const room = table.attributes.partitionOf ? [roomId(table.attributes.partitionOf)] : []
  const settings = [
    ...(isForeign ? foreignTableSettings(table, columns) : tableSettings(table, columns)),
    ...constraints.flatMap(keyIndexSettings),
    ...columns.flatMap((column) => droppedDefault(column, table, to)),
    ...stricter
      .filter((column) => !isInside(column) && !comesWithKey(column, to))
      .map((column) => `ALTER TABLE ${pathOf(table.id)} ${notNullAddition(column)}`),
  ]
  const inherited = parentTables(table).map(settledId)
  // a column that its parents are to lose would merge with its own, and a default would be handed down
  const lost = parentTables(table).flatMap((parent) => [
    ...ownColumns.map(({ name }) => partId('column', parent, name)),
    ...to.partsOfKind(parent, 'column').map(({ name }) => partId('default', parent, name)),
  ])
  const gone = lost.flatMap((id) => (to.has(id) ? [] : [`gone:${id}`]))
  return [
    action('create', table.id, sql, {
      makes,
      needs: [...new Set([...needs, ...room, ...inherited, ...gone])],
      prefers: [...new Set(taken)].map((id) => `not-null:${id}`), // its name is taken over as well
    }),
    ...settings.map((setting) =>
      action('alter', table.id, setting, { needs: [table.id], makes: [settledId(table.id)] }),
    ),
  ]
}

export function isTable(object: CatalogObject): object is AnyTable {
  return object.kind === 'table' || object.kind === 'foreign-table'
}

function inlineDefault(column: ColumnObject, to: CatalogIndex): DefaultObject[] {
  if (!column.attributes.local) return []
  return to
    .partsOfKind(column.id, 'default')
    .filter((object) => !reachesItsTable(object.needs, column.parent ?? '', to))
}

/** A partition or child gets its parent's defaults by itself. */
function impliedDefault(
  column: ColumnObject,
  table: AnyTable,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
): DefaultObject[] {
  if (column.attributes.local) return []
  const inherited = inheritedDefault(column, table, to)
  const isLate = inherited && ids.has(inherited.id) && !isThereWithTable(inherited, ids, to)
  if (isLate) return []
  return to
    .partsOfKind(column.id, 'default')
    .filter((object) => object.attributes.expression === inherited?.attributes.expression)
}

function isThereWithTable(object: DefaultObject, ids: ReadonlySet<ObjectId>, to: CatalogIndex): boolean {
  const table = tableOf(object, to)?.id ?? ''
  return ids.has(table) && !reachesItsTable(object.needs, table, to)
}

function droppedDefault(column: ColumnObject, table: AnyTable, to: CatalogIndex): string[] {
  if (column.attributes.local || to.partsOfKind(column.id, 'default').length > 0) return []
  if (!inheritedDefault(column, table, to)) return []
  return [`ALTER TABLE ${pathOf(table.id)} ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`]
}

function inheritedDefault(
  column: ColumnObject,
  table: AnyTable,
  to: CatalogIndex,
): DefaultObject | undefined {
  const parent = inheritedColumn(column, table, to)
  return parent && to.partsOfKind(parent.id, 'default')[0]
}

function inheritedColumn(column: ColumnObject, table: AnyTable, to: CatalogIndex): ColumnObject | undefined {
  for (const parent of parentTables(table)) {
    const found = to.get(partId('column', parent, column.name))
    if (found?.kind === 'column') return found
  }
  return undefined
}

/** NOT NULL of a column that it takes from parents of which none says so. */
function addsNotNull(column: ColumnObject, to: CatalogIndex): boolean {
  const { local, notNull } = column.attributes
  if (local || !notNull) return false
  return !originalsOf(column, to).some((id) => isNotNull(id, to))
}

function comesWithKey(column: ColumnObject, to: CatalogIndex): boolean {
  return isUsualNotNull(column) && primaryKeyOver(column, to) !== undefined
}

/** Keys and checks stand inside unless they need something that needs the table; foreign keys never do. */
export function isInline(constraint: ConstraintObject, to: CatalogIndex): boolean {
  const { type, validated, attachedTo, inherited } = constraint.attributes
  if (type === 'foreign-key' || !validated || attachedTo !== null || inherited) return false
  if (type === 'primary-key' && renamesNotNull(constraint, to)) return false
  return !reachesItsTable(constraint.needs, constraint.parent ?? '', to)
}

/** Inside, a key gives the NOT NULL that its table takes from a parent another name than the parent's (PostgreSQL 18). */
function renamesNotNull({ parent, facts }: ConstraintObject, to: CatalogIndex): boolean {
  return facts.columns.some((name) => {
    const column = to.get(partId('column', parent ?? '', name))
    return (
      column?.kind === 'column' &&
      !column.attributes.local &&
      nameOfNotNull(column) !== usualNameOfNotNull(column)
    )
  })
}

/** The key of a partition comes with it when its parent's key was there first. */
function isImpliedKey(key: ConstraintObject, to: CatalogIndex): boolean {
  const parentKey = key.attributes.attachedTo ? to.get(key.attributes.attachedTo) : undefined
  return parentKey?.kind === 'constraint' && isInline(parentKey, to)
}

/** A check of its parents comes with a new table, unless the parents get it later. */
function isImpliedCheck(check: ConstraintObject, ids: ReadonlySet<ObjectId>, to: CatalogIndex): boolean {
  if (check.attributes.type !== 'check' || !check.attributes.inherited) return false
  return originalsOf(check, to).some((id) => {
    const original = to.get(id)
    if (original?.kind !== 'constraint') return false
    return !ids.has(id) || (ids.has(original.parent ?? '') && comesWithTable(original, ids, to))
  })
}

function comesWithTable(check: ConstraintObject, ids: ReadonlySet<ObjectId>, to: CatalogIndex): boolean {
  return isInline(check, to) || isImpliedCheck(check, ids, to)
}

function reachesItsTable(needs: readonly ObjectId[], table: ObjectId, to: CatalogIndex): boolean {
  const others = needs.filter((id) => id !== table && to.get(id)?.parent !== table)
  return reaches(others, table, to)
}
