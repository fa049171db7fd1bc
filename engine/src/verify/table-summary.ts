import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { TableObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import type { ModelTable } from '../sources/models/desired-script.ts'

export type TableState = 'created' | 'equal' | 'differs' | 'missing' | 'unknown'

export interface TableSummary {
  readonly schema: string
  readonly name: string
  readonly labels: ModelTable['labels']
  readonly state: TableState
  readonly columns: number
  readonly indexes: number
  readonly foreignKeys: number
  readonly partitions: number
  readonly differences: readonly Change[]
}

export interface SummaryInput {
  /** The database as it is. */
  readonly actual: Catalog
  readonly desired: Catalog
  readonly tables: readonly ModelTable[]
  readonly changes: readonly Change[]
  readonly created: ReadonlySet<ObjectId>
}

/** One row per table that is or should be there, partitions counted with their table; models first, in their order. */
export function summariseTables({ actual, desired, tables, changes, created }: SummaryInput): TableSummary[] {
  const actualIndex = indexCatalog(actual)
  const desiredIndex = indexCatalog(desired)
  const changesByTable = groupByTable(changes, actualIndex, desiredIndex)
  const modelled = [...desired.objects.values()].filter(isWholeTable)
  const order = new Map(tables.map((table, i) => [`${table.schema}.${table.name}`, i]))
  const position = (table: TableObject) => order.get(`${table.schema}.${table.name}`) ?? tables.length
  const unknown = changes.flatMap((change) =>
    change.kind === 'removed' && isWholeTable(change.object) ? [change.object] : [],
  )
  return [...modelled.toSorted((a, b) => position(a) - position(b)), ...unknown].map((table) => {
    const index = actualIndex.has(table.id) ? actualIndex : desiredIndex
    const differences = changesByTable.get(table.id) ?? []
    return {
      schema: table.schema ?? '',
      name: table.name,
      labels: tables[position(table)]?.labels ?? {},
      state: stateOf(table, differences, actualIndex, desiredIndex, created),
      ...count(table, index),
      differences,
    }
  })
}

export function isWholeTable(object: CatalogObject): object is TableObject {
  return object.kind === 'table' && object.attributes.partitionOf === null
}

/** Changes that belong to no table: functions, types, views, schemas. */
export function otherChanges(changes: readonly Change[], actual: Catalog, desired: Catalog): Change[] {
  const byTable = groupByTable(changes, indexCatalog(actual), indexCatalog(desired))
  const tabled = new Set([...byTable.values()].flat())
  return changes.filter((change) => !tabled.has(change))
}

function stateOf(
  table: TableObject,
  differences: readonly Change[],
  actual: CatalogIndex,
  desired: CatalogIndex,
  created: ReadonlySet<ObjectId>,
): TableState {
  if (!desired.has(table.id)) return 'unknown'
  if (!actual.has(table.id)) return 'missing'
  if (differences.length > 0) return 'differs'
  return created.has(table.id) ? 'created' : 'equal'
}

function count(table: TableObject, index: CatalogIndex) {
  const constraints = index.partsOfKind(table.id, 'constraint')
  const keys = constraints.filter(({ attributes: { type } }) => type !== 'check' && type !== 'foreign-key')
  return {
    columns: index.partsOfKind(table.id, 'column').length,
    indexes: index.partsOfKind(table.id, 'index').length + keys.length,
    foreignKeys: constraints.filter(({ attributes: { type } }) => type === 'foreign-key').length,
    partitions: index
      .childrenOf(table.id)
      .filter((child) => child.kind === 'table' && child.attributes.partitionOf).length,
  }
}

/** The table a change is about: that of a part, and of a partition the table it is a part of. */
function groupByTable(
  changes: readonly Change[],
  actual: CatalogIndex,
  desired: CatalogIndex,
): Map<ObjectId, Change[]> {
  const groups = new Map<ObjectId, Change[]>()
  for (const change of changes) {
    const object = change.kind === 'altered' ? change.to : change.object
    const table = tableOf(object, change.kind === 'removed' ? actual : desired)
    if (!table) continue
    const group = groups.get(table.id)
    if (group) group.push(change)
    else groups.set(table.id, [change])
  }
  return groups
}

function tableOf(object: CatalogObject, index: CatalogIndex): TableObject | undefined {
  if (object.kind === 'table') {
    const parent = object.attributes.partitionOf && index.get(object.attributes.partitionOf)
    return parent ? tableOf(parent, index) : object
  }
  const parent = object.parent === null ? undefined : index.get(object.parent)
  return parent && tableOf(parent, index)
}
