import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import { subsetCatalog } from '../catalog/subset.ts'
import type { Change } from '../diff/change.ts'
import { compareObjects } from '../diff/compare-objects.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { withScratch } from '../sources/scratch/with-scratch.ts'
import { loadCatalog } from './load-catalog.ts'

/**
 * Majors of PostgreSQL spell some expressions and views in different ways. Where only texts differ, the object is
 * made in the scratch from the text of the one side, and read back in the spelling of the other: what is equal then
 * was equal all along.
 */
export async function withoutSpelling(
  changes: readonly Change[],
  from: Catalog,
  to: Catalog,
  cache: string,
): Promise<readonly Change[]> {
  if (major(from) === major(to)) return changes
  const suspects = changes.filter((change) => change.kind === 'altered' && change.differences.every(isText))
  if (suspects.length === 0) return changes
  const ids = suspects.flatMap((change) => (change.kind === 'altered' ? [change.from.id] : []))
  const respelled = await respell(subsetCatalog(indexCatalog(from), ids), cache)
  if (!respelled) return changes
  const majors = { from: respelled.serverVersion, to: to.serverVersion }
  const spelling = new Set(
    suspects.filter((change) => {
      const again = change.kind === 'altered' ? respelled.objects.get(change.from.id) : undefined
      return (
        again !== undefined &&
        change.kind === 'altered' &&
        compareObjects(again, change.to, majors).length === 0
      )
    }),
  )
  return changes.filter((change) => !spelling.has(change))
}

/** undefined when the scratch cannot make these objects (an extension it does not have). */
async function respell(subset: Catalog, cache: string): Promise<Catalog | undefined> {
  try {
    return await withScratch(cache, extensionNames(subset), async (scratch) => {
      await loadCatalog(subset, scratch)
      return readCatalog(scratch)
    })
  } catch (error) {
    if (isDatabaseError(error)) return undefined
    throw error
  }
}

function isText({ from, to }: { readonly from: unknown; readonly to: unknown }): boolean {
  return hasText(from) && hasText(to)
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}

function major({ serverVersion }: Catalog): number {
  return Math.floor(serverVersion / 10000)
}
