import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { pathOf } from '../catalog/identify.ts'
import { withoutOwners } from '../catalog/without-owners.ts'
import type { Rename } from '../decide/renames.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { loadCatalog } from '../sources/scratch/load-catalog.ts'
import { withScratch } from '../sources/scratch/with-scratch.ts'

/**
 * The desired catalog as it would be if nothing had been renamed: PostgreSQL itself gives the objects their old
 * names in the scratch, in every expression that speaks of them. What differs then is change, and nothing is a name.
 */
export async function withOldNames(
  desired: Catalog,
  renames: readonly Rename[],
  cache: string,
  { grants }: { readonly grants: boolean },
): Promise<Catalog> {
  if (renames.length === 0) return desired
  return withScratch(cache, { extensions: extensionNames(desired) }, async (scratch) => {
    await loadCatalog(desired, scratch, { grants })
    for (const { inverse, object, to } of renames.toReversed()) {
      await scratch.query(inverse).catch((error: unknown) => {
        if (!isDatabaseError(error)) throw error
        throw new TrueupError('DECISION-RENAME', { path: pathOf(object), name: to }, { cause: error })
      })
    }
    const named = await readCatalog(scratch)
    return isOwnerless(desired) ? withoutOwners(named) : named
  })
}

function isOwnerless({ objects }: Catalog): boolean {
  return [...objects.values()].every(({ owner }) => owner === null)
}
