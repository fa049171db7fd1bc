import { pathOf } from '../../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { type Action, action } from '../action.ts'
import { attachedId } from '../alter/table-ties.ts'
import { columnDefinition } from '../kinds/column.ts'
import type { HiddenColumn, NumberedThing, ParkedThing, ParkingPlace } from './parked-thing.ts'

/**
 * A parked column is still one of its table's, and PostgreSQL lets no table join that has not all columns of its parent:
 * whoever joins gets it as well, empty. What this plan parks must have its other name by then, as the table that joins
 * may have a column of the old one.
 * @param hidden what has been parked before and stays so
 * @param to with what this plan parks still in it
 */
export function withHiddenColumns(
  actions: readonly Action[],
  hidden: readonly HiddenColumn[],
  parked: readonly NumberedThing[],
  to: CatalogIndex,
): readonly Action[] {
  const columns = parked.flatMap(asParkedColumn)
  if (hidden.length + columns.length === 0) return actions
  return actions.flatMap((each) => {
    const table = each.target
    const isMade = each.verb === 'create' && each.makes.includes(table)
    const isJoining = each.makes.includes(attachedId(table)) && !isMade
    if (!isMade && !isJoining) return [each]
    // one that is away only for a moment has its copy
    const above = columns.filter(
      ({ column, copies }) => isParentOf(column.parent, each) && !copies.includes(table),
    )
    if (isMade) {
      const merging = above.filter(({ column }) => to.has(`column:${pathOf(table)}.${lastPart(column)}`))
      return [merging.length > 0 ? { ...each, needs: [...each.needs, ...merging.map(asideOf)] } : each]
    }
    const copies = [
      ...hidden.filter((column) => isParentOf(column.table, each)),
      ...above.map(({ definition, needs }) => ({ definition, needs })),
    ].map((column) => copyInto(table, column))
    const needs = [...copies.flatMap(({ makes }) => makes), ...above.map(asideOf)]
    return [...copies, { ...each, needs: [...each.needs, ...needs] }]
  })
}

/** Without what comes back. */
export function stillHidden(
  { columns = [] }: ParkingPlace,
  unparked: readonly ParkedThing[],
): readonly HiddenColumn[] {
  return columns.filter(({ name }) => !unparked.some((thing) => thing.name === name))
}

/** Makes them in a copy of their tables; children get theirs from their parents. */
export function hiddenStatements(hidden: readonly HiddenColumn[], copy: CatalogIndex): string[] {
  return hidden.flatMap(({ table, name, definition }) => {
    const object = copy.get(table)
    const above = object?.kind === 'table' ? parentTables(object) : []
    const isBelow = hidden.some((other) => other.name === name && above.includes(other.table))
    return object && !isBelow ? [`ALTER TABLE ${pathOf(table)} ADD COLUMN IF NOT EXISTS ${definition}`] : []
  })
}

/** Made once a column has the name under which it is parked. */
export function asideId(column: ObjectId): string {
  return `aside:${column}`
}

interface ParkedColumn {
  readonly object: ObjectId
  readonly column: ColumnObject
  readonly definition: string
  /** Tables that have it from their parent, and keep it. */
  readonly copies: readonly (ObjectId | null)[]
  readonly needs: readonly ObjectId[]
}

function asParkedColumn({ object, name, kept }: NumberedThing): ParkedColumn[] {
  const [column] = kept
  if (column?.kind !== 'column') return []
  const default_ = kept.find(({ kind, parent }) => kind === 'default' && parent === column.id)
  const expression = default_?.kind === 'default' ? default_.attributes.expression : undefined
  const plain = { ...column, name, attributes: { ...column.attributes, identity: null } }
  return [
    {
      object,
      column,
      definition: columnDefinition(plain, expression),
      copies: kept.slice(1).flatMap((part) => (part.kind === 'column' ? [part.parent] : [])),
      needs: column.needs.filter((id) => id !== column.parent),
    },
  ]
}

function isParentOf(table: ObjectId | null, { target, needs }: Action): boolean {
  return table !== null && table !== target && needs.includes(table)
}

function lastPart({ id, parent }: ColumnObject): string {
  return pathOf(id).slice(pathOf(parent ?? '').length + 1)
}

function asideOf({ object }: ParkedColumn): string {
  return asideId(object)
}

/** It may have one already, from when it was a child before. */
function copyInto(
  table: ObjectId,
  { definition, needs = [] }: { readonly definition: string; readonly needs?: readonly ObjectId[] },
): Action {
  return action('alter', table, `ALTER TABLE ${pathOf(table)} ADD COLUMN IF NOT EXISTS ${definition}`, {
    needs: [table, `untied:${table}`, ...needs],
    makes: [`copy of ${definition}:${table}`],
    frees: needs,
  })
}
