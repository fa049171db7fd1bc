import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import type { Extent } from '../catalog/extent.ts'

/** Which objects are the desired side's business at all. */
export interface Scope {
  mayAdd(object: CatalogObject): boolean
  mayRemove(object: CatalogObject): boolean
  mayAlter(object: CatalogObject): boolean
  /** Names of the schemas that are managed. */
  readonly schemas: ReadonlySet<string>
}

/** Partitions that a calendar policy once made: no difference when the models have moved on. */
export interface KeptPartitions {
  readonly schema: string
  readonly table: string
  readonly prefix: string
}

export function scopeOf(
  from: Catalog,
  to: Catalog,
  kept: readonly KeptPartitions[],
  extent: Extent = 'mentioned-schemas',
): Scope {
  const isKept = keptPartitionTest(from, kept)
  if (extent === 'whole-database')
    return {
      schemas: new Set([...namesOfSchemas(from), ...namesOfSchemas(to)]),
      mayAdd: () => true,
      mayRemove: (object) => !isKept(object),
      mayAlter: () => true,
    }
  const schemas = typeof extent === 'string' ? mentionedSchemas(to) : new Set(extent)
  // what lives in no schema is needed by what does
  const isInside = (object: CatalogObject) => {
    const owner = outermost(object, to)
    return owner.kind === 'schema'
      ? schemas.has(owner.name)
      : owner.schema === null || schemas.has(owner.schema)
  }
  return {
    schemas,
    mayAdd: isInside,
    mayAlter: isInside,
    mayRemove(object) {
      const owner = outermost(object, from)
      // a table of a publication that is to stay, but not a publication that nobody speaks of
      if (owner.schema === null) return owner !== object && to.objects.has(owner.id)
      return schemas.has(owner.schema) && !isKept(object)
    },
  }
}

function namesOfSchemas({ objects }: Catalog): string[] {
  return [...objects.values()].flatMap(({ kind, name }) => (kind === 'schema' ? [name] : []))
}

/** Schemas with something in them or named themselves; an empty `public` says nothing, because every database has one. */
function mentionedSchemas({ objects }: Catalog): Set<string> {
  const schemas = new Set<string>()
  for (const object of objects.values()) {
    if (object.schema !== null) schemas.add(object.schema)
    else if (object.kind === 'schema' && object.name !== 'public') schemas.add(object.name)
  }
  return schemas
}

function outermost(object: CatalogObject, catalog: Catalog): CatalogObject {
  let current = object
  while (current.schema === null && current.parent !== null) {
    const parent = catalog.objects.get(current.parent)
    if (!parent) break
    current = parent
  }
  return current
}

function keptPartitionTest(
  from: Catalog,
  kept: readonly KeptPartitions[],
): (object: CatalogObject) => boolean {
  const isOldPartition = (object: CatalogObject): boolean =>
    object.kind === 'table' &&
    kept.some(
      ({ schema, table, prefix }) =>
        object.attributes.partitionOf !== null &&
        from.objects.get(object.attributes.partitionOf)?.name === table &&
        object.schema === schema &&
        object.name.startsWith(prefix) &&
        /^\d{4}_\d{2}$/.test(object.name.slice(prefix.length)),
    )
  return (object) => {
    for (let current: CatalogObject | undefined = object; current; ) {
      if (isOldPartition(current)) return true
      current = current.parent === null ? undefined : from.objects.get(current.parent)
    }
    return false
  }
}
