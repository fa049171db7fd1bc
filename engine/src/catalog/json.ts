import type { Catalog, CatalogObject } from './catalog.ts'

/** A catalog as it is kept in files: objects in order, nothing derived, no secrets (docs/formats.md). */
export interface CatalogJson {
  readonly serverVersion: number
  readonly searchPath: readonly string[]
  readonly role: string
  readonly fingerprint: string
  readonly objects: readonly CatalogObject[]
  readonly unmodelled: readonly string[]
}

export function catalogToJson({ secrets: _, objects, ...plain }: Catalog): CatalogJson {
  return { ...plain, objects: [...objects.values()] }
}

/** A catalog as a file that people keep, and may name as a source: the number tells formats apart. */
export function savedCatalog(catalog: Catalog): CatalogJson & { readonly format: typeof savedFormat } {
  return { format: savedFormat, ...catalogToJson(catalog) }
}

export const savedFormat = 1

export function catalogFromJson({ objects, ...plain }: CatalogJson): Catalog {
  return { ...plain, objects: new Map(objects.map((object) => [object.id, object])), secrets: new Map() }
}
