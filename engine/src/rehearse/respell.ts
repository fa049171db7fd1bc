import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { subsetCatalog } from '../catalog/subset.ts'
import type { Change, Difference } from '../diff/change.ts'
import { compareObjects } from '../diff/compare-objects.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { loadCatalog } from '../sources/scratch/load-catalog.ts'
import { withScratch } from '../sources/scratch/with-scratch.ts'

/**
 * Majors of PostgreSQL spell some expressions and views in different ways, and what one has written it may write
 * otherwise once it has read it again. Where only texts differ, the objects are
 * made in the scratch from the texts of either side, and read back in the scratch's spelling: what is equal then was
 * equal all along.
 */
export async function withoutSpelling(
  changes: readonly Change[],
  from: Catalog,
  to: Catalog,
  cache: string,
): Promise<readonly Change[]> {
  const isOneMajor = major(from) === major(to)
  const suspects = changes.flatMap((change) =>
    change.kind === 'altered' && change.differences.every(isText) && (!isOneMajor || isParsed(change.to))
      ? [change]
      : [],
  )
  if (suspects.length === 0) return changes
  const ids = suspects.map((change) => change.from.id)
  const before = await respell(from, ids, cache)
  const after = before && (await respell(to, ids, cache))
  if (!before || !after) return changes
  // what neither of the two servers can know is not known by the scratch either
  const majors = { from: from.serverVersion, to: to.serverVersion }
  const spelling = new Set<Change>(
    suspects.filter(({ from: { id } }) => {
      const [one, other] = [before.objects.get(id), after.objects.get(id)]
      return one !== undefined && other !== undefined && compareObjects(one, other, majors).length === 0
    }),
  )
  return changes.filter((change) => !spelling.has(change))
}

/** undefined when the scratch cannot make these objects (an extension it does not have). */
async function respell(
  catalog: Catalog,
  ids: readonly ObjectId[],
  cache: string,
): Promise<Catalog | undefined> {
  const subset = subsetCatalog(indexCatalog(catalog), ids)
  try {
    return await withScratch(cache, { extensions: extensionNames(subset) }, async (scratch) => {
      await loadCatalog(subset, scratch)
      return readCatalog(scratch)
    })
  } catch (error) {
    if (isDatabaseError(error)) return undefined
    throw error
  }
}

/** Kinds that PostgreSQL keeps parsed: what it writes it may read in another shape (nested AND, brackets). */
function isParsed(object: CatalogObject): boolean {
  switch (object.kind) {
    case 'view':
    case 'materialized-view':
    case 'rule':
    case 'policy':
    case 'constraint':
    case 'domain-constraint':
    case 'default':
    case 'index':
    case 'statistics':
    case 'trigger':
      return true
    case 'column':
      return object.attributes.generated !== null
    default:
      return false
  }
}

function isText({ attribute, from, to }: Difference): boolean {
  return attribute !== 'owner' && attribute !== 'grants' && hasText(from) && hasText(to)
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}

function major({ serverVersion }: Catalog): number {
  return Math.floor(serverVersion / 10000)
}
