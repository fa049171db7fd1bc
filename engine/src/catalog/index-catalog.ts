import type { Catalog, CatalogObject, ObjectKind, ObjectOf } from './catalog.ts'
import type { ObjectId } from './object.ts'

/** A catalog with the ways through it that diffing and planning walk. */
export interface CatalogIndex {
  readonly catalog: Catalog
  get(id: ObjectId): CatalogObject | undefined
  has(id: ObjectId): boolean
  /** Parts of an object, in the order of the catalog. */
  partsOf(id: ObjectId): readonly CatalogObject[]
  partsOfKind<Kind extends ObjectKind>(id: ObjectId, kind: Kind): readonly ObjectOf<Kind>[]
  /** Partitions and children by inheritance. */
  childrenOf(table: ObjectId): readonly CatalogObject[]
  /** Objects that need this one. */
  dependentsOf(id: ObjectId): readonly CatalogObject[]
  /** Sequences that go with a column. */
  sequencesOf(column: ObjectId): CatalogObject[]
}

export function indexCatalog(catalog: Catalog): CatalogIndex {
  const parts = groupBy(catalog, (object) => (object.parent ? [object.parent] : []))
  const children = groupBy(catalog, parentTables)
  let dependents: Map<ObjectId, CatalogObject[]> | undefined
  let sequences: Map<ObjectId, CatalogObject[]> | undefined
  return {
    catalog,
    get: (id) => catalog.objects.get(id),
    has: (id) => catalog.objects.has(id),
    partsOf: (id) => parts.get(id) ?? [],
    partsOfKind: <Kind extends ObjectKind>(id: ObjectId, kind: Kind) =>
      (parts.get(id) ?? []).filter((part): part is ObjectOf<Kind> => part.kind === kind),
    childrenOf: (table) => children.get(table) ?? [],
    dependentsOf(id) {
      dependents ??= groupBy(catalog, (object) => object.needs)
      return dependents.get(id) ?? []
    },
    sequencesOf(column) {
      sequences ??= groupBy(catalog, (object) =>
        object.kind === 'sequence' && object.attributes.ownedBy ? [object.attributes.ownedBy] : [],
      )
      return sequences.get(column) ?? []
    },
  }
}

export function parentTables(object: CatalogObject): readonly ObjectId[] {
  if (object.kind !== 'table' && object.kind !== 'foreign-table') return []
  return object.attributes.partitionOf ? [object.attributes.partitionOf] : object.attributes.inherits
}

function groupBy(
  catalog: Catalog,
  keys: (object: CatalogObject) => readonly ObjectId[],
): Map<ObjectId, CatalogObject[]> {
  const groups = new Map<ObjectId, CatalogObject[]>()
  for (const object of catalog.objects.values()) {
    for (const key of new Set(keys(object))) {
      const group = groups.get(key)
      if (group) group.push(object)
      else groups.set(key, [object])
    }
  }
  return groups
}
