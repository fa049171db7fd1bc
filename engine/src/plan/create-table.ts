import { partId, pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject, ConstraintObject, DefaultObject, TableObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { createTable as createTableStatement, keyIndexSettings, tableSettings } from './kinds/table.ts'
import { reaches } from './reach.ts'

/** A new table with all that can stand inside its CREATE TABLE, and the settings that must follow. */
export function createTable(table: TableObject, to: CatalogIndex): Action[] {
  const columns = to.partsOfKind(table.id, 'column').toSorted((a, b) => a.facts.position - b.facts.position)
  const ownColumns = columns.filter((column) => column.attributes.local)
  const inlineDefaults = columns.flatMap((column) => inlineDefault(column, to))
  const impliedDefaults = columns.flatMap((column) => impliedDefault(column, table, to))
  const constraints = to.partsOfKind(table.id, 'constraint').filter((constraint) => isInline(constraint, to))
  const impliedKeys = to.partsOfKind(table.id, 'constraint').filter((key) => isImpliedKey(key, to))
  const sql = createTableStatement(table, {
    columns: ownColumns,
    notNullAdditions: columns.filter((column) => addsNotNull(column, table, to)),
    defaults: new Map(inlineDefaults.map((object) => [object.parent ?? '', object.attributes.expression])),
    constraints: constraints.filter((constraint) => !impliedKeys.includes(constraint)),
  })
  const parts = [...columns, ...inlineDefaults, ...impliedDefaults, ...constraints, ...impliedKeys]
  const makes = [table.id, ...new Set(parts.map((part) => part.id))]
  const made = new Set(makes)
  const needs = [table, ...parts].flatMap((object) => object.needs).filter((id) => !made.has(id))
  const settings = [
    ...tableSettings(table, ownColumns),
    ...constraints.flatMap(keyIndexSettings),
    ...columns.flatMap((column) => droppedDefault(column, table, to)),
  ]
  return [
    action('create', table.id, sql, { makes, needs: [...new Set(needs)] }),
    ...settings.map((setting) => action('alter', table.id, setting, { needs: [table.id] })),
    ...indexSettings(table),
  ]
}

/** Settings that name an index wait for it. */
export function indexSettings(table: TableObject): Action[] {
  const { replicaIdentity, clusterOn } = table.attributes
  const path = pathOf(table.id)
  const settings: (readonly [string, string])[] = []
  if (typeof replicaIdentity === 'object')
    settings.push([
      replicaIdentity.index,
      `ALTER TABLE ${path} REPLICA IDENTITY USING INDEX ${quoteIdentifier(replicaIdentity.index)}`,
    ])
  if (clusterOn) settings.push([clusterOn, `ALTER TABLE ${path} CLUSTER ON ${quoteIdentifier(clusterOn)}`])
  return settings.map(([index, sql]) =>
    action('alter', table.id, sql, {
      needs: [
        table.id,
        partId('constraint', table.id, index),
        `index:${quoteIdentifier(table.schema ?? '')}.${quoteIdentifier(index)}`,
      ],
    }),
  )
}

function inlineDefault(column: ColumnObject, to: CatalogIndex): DefaultObject[] {
  if (!column.attributes.local) return []
  return to
    .partsOfKind(column.id, 'default')
    .filter((object) => !reachesItsTable(object.needs, column.parent ?? '', to))
}

/** A partition or child gets its parent's defaults by itself. */
function impliedDefault(column: ColumnObject, table: TableObject, to: CatalogIndex): DefaultObject[] {
  if (column.attributes.local) return []
  const inherited = inheritedDefault(column, table, to)
  return to
    .partsOfKind(column.id, 'default')
    .filter((object) => object.attributes.expression === inherited?.attributes.expression)
}

function droppedDefault(column: ColumnObject, table: TableObject, to: CatalogIndex): string[] {
  if (column.attributes.local || to.partsOfKind(column.id, 'default').length > 0) return []
  if (!inheritedDefault(column, table, to)) return []
  return [`ALTER TABLE ${pathOf(table.id)} ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`]
}

function inheritedDefault(
  column: ColumnObject,
  table: TableObject,
  to: CatalogIndex,
): DefaultObject | undefined {
  const parent = inheritedColumn(column, table, to)
  return parent && to.partsOfKind(parent.id, 'default')[0]
}

function inheritedColumn(
  column: ColumnObject,
  table: TableObject,
  to: CatalogIndex,
): ColumnObject | undefined {
  for (const parent of parentTables(table)) {
    const found = to.get(partId('column', parent, column.name))
    if (found?.kind === 'column') return found
  }
  return undefined
}

function addsNotNull(column: ColumnObject, table: TableObject, to: CatalogIndex): boolean {
  return (
    table.attributes.partitionOf !== null &&
    column.attributes.notNull &&
    inheritedColumn(column, table, to)?.attributes.notNull === false
  )
}

/** Keys and checks stand inside unless they need something that needs the table; foreign keys never do. */
export function isInline(constraint: ConstraintObject, to: CatalogIndex): boolean {
  const { type, validated, attachedTo } = constraint.attributes
  if (type === 'foreign-key' || !validated || attachedTo !== null) return false
  return !reachesItsTable(constraint.needs, constraint.parent ?? '', to)
}

/** The key of a partition comes with it when its parent's key was there first. */
function isImpliedKey(key: ConstraintObject, to: CatalogIndex): boolean {
  const parentKey = key.attributes.attachedTo ? to.get(key.attributes.attachedTo) : undefined
  return parentKey?.kind === 'constraint' && isInline(parentKey, to)
}

function reachesItsTable(needs: readonly ObjectId[], table: ObjectId, to: CatalogIndex): boolean {
  const others = needs.filter((id) => id !== table && to.get(id)?.parent !== table)
  return reaches(others, table, to)
}
