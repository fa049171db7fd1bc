import type { Catalog, CatalogObject } from './catalog.ts'

/** A catalog as it is kept in files: objects in order, nothing derived. */
export interface CatalogJson {
  readonly serverVersion: number
  readonly searchPath: readonly string[]
  readonly fingerprint: string
  readonly objects: readonly CatalogObject[]
  readonly unmodelled: readonly string[]
}

export function catalogToJson({
  serverVersion,
  searchPath,
  fingerprint,
  objects,
  unmodelled,
}: Catalog): CatalogJson {
  return { serverVersion, searchPath, fingerprint, objects: [...objects.values()], unmodelled }
}

export function catalogFromJson({
  serverVersion,
  searchPath,
  fingerprint,
  objects,
  unmodelled,
}: CatalogJson): Catalog {
  return {
    serverVersion,
    searchPath,
    fingerprint,
    objects: new Map(objects.map((object) => [object.id, object])),
    unmodelled,
  }
}
