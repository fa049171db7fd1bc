import type { Catalog } from '../catalog/catalog.ts'
import type { Extent } from '../catalog/extent.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Change } from '../diff/change.ts'
import { changesMeant, type IdTest } from '../diff/changes-meant.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { scopeOf } from '../diff/scope.ts'
import { splitLeftovers } from '../plan/online/leftovers.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { withChanges } from './with-changes.ts'

/** What has become of a database since a run left it; changes lead from there to now. */
export interface Drift {
  /** What the run left, and what is ignored as it is now: to go back means to come to this. */
  readonly left: Catalog
  /** What the run left, as it is written down. */
  readonly recorded: Catalog
  readonly now: Catalog
  readonly changes: readonly Change[]
  /** Left out by a rule. */
  readonly ignored: readonly Change[]
  /** Not chosen. */
  readonly others: readonly Change[]
}

export interface DriftOptions {
  readonly extent: Extent
  /** Whether owners, grants and default privileges count. */
  readonly grants: boolean
  readonly isIgnored: IdTest
  readonly cache: string
}

/** Compares what a run left with what is there now; what it left half-done is not counted. */
export async function findDrift(recorded: Catalog, found: Catalog, options: DriftOptions): Promise<Drift> {
  const { own: now } = splitLeftovers(found)
  const { extent, grants, isIgnored, cache } = options
  const all = diffCatalogs(recorded, now, scopeOf(recorded, now, [], extent), { grants })
  const changes = await withoutSpelling(all, recorded, now, cache)
  const ignored = changesMeant(changes, isIgnored, [indexCatalog(recorded), indexCatalog(now)])
  return {
    recorded,
    left: withChanges(recorded, [...ignored]),
    now,
    changes: changes.filter((change) => !ignored.has(change)),
    ignored: [...ignored],
    others: [],
  }
}

/** A database that nobody has touched. */
export function noDrift(now: Catalog): Drift {
  return { left: now, recorded: now, now, changes: [], ignored: [], others: [] }
}

/** The part of a drift that some patterns mean; the rest counts as it is now. */
export function chooseDrift(drift: Drift, isChosen: IdTest): Drift {
  const chosen = changesMeant(drift.changes, isChosen, [indexCatalog(drift.left), indexCatalog(drift.now)])
  const others = drift.changes.filter((change) => !chosen.has(change))
  return { ...drift, others, left: withChanges(drift.left, others), changes: [...chosen] }
}
