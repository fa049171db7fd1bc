import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import type { Action } from './action.ts'
import { columnDefinition } from './kinds/column.ts'
import { countedMeanwhile } from './online/counted-meanwhile.ts'

/**
 * PostgreSQL refuses a new identity column where a table has children, and before 17 where it has partitions
 * (ATExecAddColumn, src/backend/commands/tablecmds.c): the rows of all of them are numbered by a default first.
 */
export function identityOfTree(
  actions: readonly Action[],
  from: CatalogIndex,
  to: CatalogIndex,
): readonly Action[] {
  return actions.flatMap((each) => {
    const column = to.get(each.target)
    if (each.does !== 'add-column' || column?.kind !== 'column' || !isRefused(column, from, to)) return [each]
    const filler = countedMeanwhile(column, { to, leftover: () => undefined, reuse: () => {} })
    const bare = { ...column, attributes: { ...column.attributes, identity: null } }
    const definition = columnDefinition(bare, filler.expression)
    const sql = `ALTER TABLE ${pathOf(column.parent ?? '')} ADD COLUMN ${definition}`
    const needs = [...each.needs, ...filler.before.flatMap(({ makes }) => makes)]
    return [...filler.before, { ...each, sql, needs }, ...filler.after([])]
  })
}

function isRefused({ parent, attributes }: ColumnObject, from: CatalogIndex, to: CatalogIndex): boolean {
  const table = to.get(parent ?? '')
  if (!attributes.identity || table?.kind !== 'table' || from.childrenOf(table.id).length === 0) return false
  return table.attributes.partitionKey === null || from.catalog.serverVersion < 170000
}
