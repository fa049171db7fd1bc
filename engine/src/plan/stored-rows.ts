import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import type { Action } from './action.ts'
import { copiesOf } from './inheritance.ts'

/**
 * Tables whose rows are computed or written anew, with their children: PostgreSQL refuses that while rows of them are
 * kept in columns of others (find_composite_type_dependencies, src/backend/commands/tablecmds.c).
 */
export function tablesComputedAnew(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): ReadonlySet<ObjectId> {
  return new Set(
    changes.flatMap((change) => {
      const object = change.kind === 'altered' ? change.to : change.object
      if (object.kind === 'table')
        return change.kind === 'altered' && isWrittenAnew(change) ? [object.id] : []
      if (object.kind !== 'column' || !isComputedAnew(change, to)) return []
      const copies = copiesOf(object, change.kind === 'added' ? to : from)
      return [object, ...copies].flatMap(({ parent }) => (from.has(parent ?? '') ? [parent ?? ''] : []))
    }),
  )
}

function isWrittenAnew({ differences }: Extract<Change, { kind: 'altered' }>): boolean {
  return differences.some(({ attribute }) => ['persistence', 'accessMethod'].includes(attribute))
}

function isComputedAnew(change: Change, to: CatalogIndex): boolean {
  switch (change.kind) {
    case 'added': {
      const { object } = change
      if (object.kind !== 'column') return false
      const { generated, identity, type } = object.attributes
      const isFilled = generated?.kind === 'stored' || identity !== null || to.has(`domain:${type}`)
      return isFilled || to.partsOfKind(object.id, 'default').length > 0
    }
    case 'altered':
      return change.differences.some(({ attribute }) =>
        ['type', 'collation', 'generated', 'keptRows'].includes(attribute),
      )
    case 'removed':
      return false
  }
}

/** Materialized views and columns that keep rows of a table: as they are, in arrays, or within other types. */
export function keepersOf(type: ObjectId, index: CatalogIndex): CatalogObject[] {
  const path = pathOf(type)
  const isOfType = (name: string) => name === path || name === `${path}[]`
  // who needs columns of a table is not said to need the table
  const ids = [type, ...index.partsOfKind(type, 'column').map(({ id }) => id)]
  const dependents = new Set(ids.flatMap((id) => index.dependentsOf(id)))
  return [...dependents].flatMap((dependent) => {
    switch (dependent.kind) {
      case 'materialized-view':
        return dependent.attributes.columns.some(([, name]) => isOfType(name)) ? [dependent] : []
      case 'column':
        return isOfType(dependent.attributes.type) ? [dependent] : []
      case 'composite':
      case 'domain':
        return keepersOf(dependent.id, index)
      default:
        return []
    }
  })
}

/** Rows of a table that are kept elsewhere go before it is computed anew, and come after. */
export function aroundStoredRows(
  actions: readonly Action[],
  tables: ReadonlySet<ObjectId>,
  from: CatalogIndex,
  to: CatalogIndex,
): readonly Action[] {
  const keepers = (index: CatalogIndex) => {
    const kept = new Map<ObjectId, ObjectId[]>()
    for (const table of tables)
      for (const { id } of keepersOf(table, index)) kept.set(id, [...(kept.get(id) ?? []), rowsOf(table)])
    return kept
  }
  const [before, after] = [keepers(from), keepers(to)]
  if (before.size + after.size === 0) return actions
  return actions.map((each) => {
    const touched = isOfRowsAsTheyAre(each) ? [] : [each.target, ...each.makes]
    const computed = touched.flatMap((id) => {
      const table = id.startsWith('column:') ? (to.get(id)?.parent ?? '') : id
      return tables.has(table) ? [rowsOf(table)] : []
    })
    return {
      ...each,
      needs: [...each.needs, ...each.makes.flatMap((id) => after.get(id) ?? [])],
      frees: [...each.frees, ...each.removes.flatMap((id) => before.get(id) ?? [])],
      makes: [...each.makes, ...computed],
      removes: [...each.removes, ...computed],
    }
  })
}

/** Never what computes rows anew. */
function isOfRowsAsTheyAre({ verb, does }: Action): boolean {
  return verb === 'drop' || (does !== null && ['not-null', 'validate', 'attach', 'detach'].includes(does))
}

function rowsOf(table: ObjectId): string {
  return `rows:${table}`
}
