import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { subsetCatalog } from '../../catalog/subset.ts'
import type { LeftOut, Scope } from '../format/manifest.ts'

export interface Scoped {
  readonly catalog: Catalog
  readonly leftOut: readonly LeftOut[]
}

/**
 * The part of a catalog that belongs to chosen tables: all that hangs on them and all that they need. Foreign keys to
 * tables that are not among them stay out, because the rows they refer to are not there.
 */
export function scopeCatalog(catalog: Catalog, tables: readonly TableObject[], scope: Scope | null): Scoped {
  if (!scope) return { catalog, leftOut: [] }
  const index = indexCatalog(catalog)
  const chosen = new Set(tables.map(({ id }) => id))
  const wanted = [...tables.flatMap((table) => withParts(table, index)), ...inSchemas(catalog, scope.schemas)]
  const refersElsewhere = (object: CatalogObject) =>
    object.kind === 'constraint' && object.facts.references !== null && !chosen.has(object.facts.references)
  const ids = wanted.filter((object) => !refersElsewhere(object)).map(({ id }) => id)
  const left = new Set(wanted.filter(refersElsewhere).map(({ id }) => id))
  return {
    catalog: subsetCatalog(index, ids),
    leftOut: [...left].map((object) => ({ object, reason: 'refers-to-other-table' })),
  }
}

function withParts(object: CatalogObject, index: CatalogIndex): CatalogObject[] {
  const sequences = object.kind === 'column' ? index.sequencesOf(object.id) : []
  return [object, ...sequences, ...index.partsOf(object.id).flatMap((part) => withParts(part, index))]
}

/** Beside its tables: types, functions, views and whatever else lives there. */
function inSchemas({ objects }: Catalog, schemas: readonly string[]): CatalogObject[] {
  const lives = ({ schema }: CatalogObject) => schema !== null && schemas.includes(schema)
  const ids = new Set<ObjectId>(schemas.map((schema) => `schema:${schema}`))
  return [...objects.values()].filter((object) => lives(object) || ids.has(object.id))
}
