import type { Catalog } from '../catalog/catalog.ts'
import type { Rename } from '../decide/renames.ts'
import { withOldNames } from '../rehearse/old-names.ts'

/** A catalog under the names that it will have. */
export function withNewNames(catalog: Catalog, renames: readonly Rename[], cache: string): Promise<Catalog> {
  const forwards = renames.toReversed().map((rename) => ({ ...rename, inverse: rename.sql }))
  return withOldNames(catalog, forwards, cache, { grants: true })
}
