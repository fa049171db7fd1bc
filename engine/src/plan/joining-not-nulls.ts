import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { isOfPartition, originalsOf } from './inheritance.ts'
import { nameOfNotNull } from './kinds/not-null.ts'
import { primaryKeyOver } from './primary-key.ts'
import { isNotNull, stayingNotNulls } from './staying-not-nulls.ts'

/**
 * Where a parent's NOT NULL comes. Since 18 it is a constraint with a name, and of a child that is no partition one that
 * it also has itself.
 */
export function joiningNotNulls(parent: ColumnObject, from: CatalogIndex, to: CatalogIndex): Action[] {
  if (Math.min(from.catalog.serverVersion, to.catalog.serverVersion) < 180000) return []
  return stayingNotNulls(parent, from, to).flatMap((column) => {
    const before = from.get(column.id)
    // what is done to it spreads to those below
    if (before?.kind !== 'column' || originalsOf(before, from).some((id) => isNotNull(id, from))) return []
    const clause = isLeft(column, from, to) ? left(column) : renamed(before, column, parent)
    return clause === null
      ? []
      : action('alter', column.id, `ALTER TABLE ${pathOf(column.parent ?? '')} ${clause}`, {
          needs: [`keyless:${column.id}`],
          makes: [`children-ready:${parent.id}`],
        })
  })
}

function renamed(before: ColumnObject, { attributes }: ColumnObject, parent: ColumnObject): string | null {
  const [old, wanted] = [nameOfNotNull(before), attributes.notNullName ?? nameOfNotNull(parent)]
  if (old === wanted) return null
  return `RENAME CONSTRAINT ${quoteIdentifier(old)} TO ${quoteIdentifier(wanted)}`
}

/** Whether it is to have no NOT NULL but the parent's. */
function isLeft(column: ColumnObject, from: CatalogIndex, to: CatalogIndex): boolean {
  const key = primaryKeyOver(column, to)
  const isKept = key !== undefined && from.has(key.id)
  return !isOfPartition(column, to) && !isKept && !column.attributes.local
}

function left({ name }: ColumnObject): string {
  return `ALTER COLUMN ${quoteIdentifier(name)} DROP NOT NULL`
}
