import type { Catalog, CatalogObject } from '../catalog/catalog.ts'

/** Which objects are the desired side's business at all. */
export interface Scope {
  mayAdd(object: CatalogObject): boolean
  mayRemove(object: CatalogObject): boolean
  /** Names of the schemas that are managed. */
  readonly schemas: ReadonlySet<string>
}

/** Partitions that a calendar policy once made: no difference when the models have moved on. */
export interface KeptPartitions {
  readonly schema: string
  readonly table: string
  readonly prefix: string
}

/**
 * The schemas that the desired side puts something into (or names itself) are managed; an empty `public` is not a
 * mention, because every database has one.
 */
export function scopeOf(from: Catalog, to: Catalog, kept: readonly KeptPartitions[]): Scope {
  const schemas = new Set<string>()
  for (const object of to.objects.values()) {
    if (object.schema !== null) schemas.add(object.schema)
    else if (object.kind === 'schema' && object.name !== 'public') schemas.add(object.name)
  }
  const isKept = keptPartitionTest(from, kept)
  return {
    schemas,
    mayAdd: (object) => object.kind !== 'schema' || schemas.has(object.name),
    mayRemove(object) {
      const owner = outermost(object, from)
      return owner.schema !== null && schemas.has(owner.schema) && !isKept(object)
    },
  }
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
