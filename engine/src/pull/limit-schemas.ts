import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import { sortById } from '../catalog/sort.ts'
import { TrueupError } from '../errors/trueup-error.ts'

/**
 * What lives in some schemas alone, with the extensions that it needs. Fails when it needs anything else from outside:
 * half of another schema would read as if the rest should go.
 */
export function limitSchemas(catalog: Catalog, names: readonly string[]): Catalog {
  const index = indexCatalog(catalog)
  refuseUnknown(names, catalog)
  const wanted = new Set(names)
  const objects = [...catalog.objects.values()].filter((object) => wanted.has(schemaOf(object, index) ?? ''))
  const kept = new Map(objects.map((object) => [object.id, object]))
  for (const object of objects)
    for (const id of object.needs) {
      const needed = index.get(id)
      if (!needed || kept.has(id)) continue
      if (needed.kind !== 'extension') refuseOutside(object, needed, index)
      kept.set(id, needed)
      const home = needed.parent === null ? undefined : index.get(needed.parent)
      if (home) kept.set(home.id, home)
    }
  return { ...catalog, objects: sortById(kept.values()) }
}

function refuseUnknown(names: readonly string[], { objects }: Catalog): void {
  const known = [...objects.values()].flatMap(({ kind, name }) => (kind === 'schema' ? [name] : []))
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new TrueupError('PULL-SCHEMA-UNKNOWN', { names: unknown, known })
}

function refuseOutside(object: CatalogObject, needed: CatalogObject, index: CatalogIndex): void {
  const schema = schemaOf(needed, index)
  if (schema === undefined) return
  throw new TrueupError('PULL-SCHEMA-NEEDED', {
    object: pathOf(object.id),
    needed: pathOf(needed.id),
    schema,
  })
}

/** The schema that an object is, lives in, or hangs on. */
function schemaOf(object: CatalogObject, index: CatalogIndex): string | undefined {
  for (let current: CatalogObject | undefined = object; current; ) {
    if (current.kind === 'schema') return current.name
    if (current.schema !== null) return current.schema
    current = current.parent === null ? undefined : index.get(current.parent)
  }
  return undefined
}
