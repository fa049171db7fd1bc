import type { Catalog } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import { originalsOf } from '../plan/inheritance.ts'
import type { Plan } from '../plan/plan.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'

/**
 * Before PostgreSQL 18 a child may let go of a NOT NULL that its parent keeps, as where a parked identity fills the
 * parent alone. For a plan from such a server that does so, there or on its way back, a newer copy keeps the parent's
 * from its children: then the child's is its own, under the name that it would get again.
 */
export function loosenNotNulls({ steps, undo }: Plan, copy: Catalog, serverVersion: number): string[] {
  if (copy.serverVersion >= 180000 || serverVersion < 180000) return []
  const index = indexCatalog(copy)
  const drops = [...steps, ...undo].filter(({ sql }) => sql.endsWith(' DROP NOT NULL'))
  const letGo = new Set(drops.map(({ target }) => target))
  const highest = [...letGo].flatMap((id) => columnOf(id, index)).filter((column) => isHighest(column))
  const holders = new Set(highest.flatMap(({ id }) => above(id, index)))
  return [
    ...[...holders].flatMap((id) => columnOf(id, index)).flatMap(keepFromChildren),
    ...(holders.size > 0 ? highest.flatMap(makeAnew) : []),
  ]

  function isHighest(column: ColumnObject): boolean {
    const originals = above(column.id, index)
    return originals.length > 0 && !originals.some((id) => letGo.has(id))
  }
}

/** Its originals in parent tables, the highest first. */
function above(id: ObjectId, index: CatalogIndex): ObjectId[] {
  const originals = columnOf(id, index).flatMap((column) => originalsOf(column, index))
  return originals.flatMap((original) => [...above(original, index), original])
}

function columnOf(id: ObjectId, index: CatalogIndex): ColumnObject[] {
  const column = index.get(id)
  return column?.kind === 'column' ? [column] : []
}

/** What it is called is the copy's to know. */
function keepFromChildren({ name, parent, attributes }: ColumnObject): string[] {
  if (!attributes.notNull) return []
  const table = pathOf(parent ?? '')
  const body = `BEGIN EXECUTE (
    SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I NO INHERIT', conrelid::regclass, conname)
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'n' AND conrelid = ${quoteLiteral(table)}::regclass AND attname = ${quoteLiteral(name)}); END`
  return [`DO ${quoteLiteral(body)}`]
}

function makeAnew({ name, parent, attributes }: ColumnObject): string[] {
  const column = `ALTER TABLE ${pathOf(parent ?? '')} ALTER COLUMN ${quoteIdentifier(name)}`
  return [`${column} DROP NOT NULL`, ...(attributes.notNull ? [`${column} SET NOT NULL`] : [])]
}
