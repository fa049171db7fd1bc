import type { Catalog } from '../catalog/catalog.ts'
import type { Change } from '../diff/change.ts'
import type { Database } from '../postgres/database.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import type { Desired } from '../sources/desired.ts'
import { differences } from './differences.ts'
import { asReadFrom, type KnownState } from './known-state.ts'
import { otherChanges, summariseTables, type TableSummary } from './table-summary.ts'

export interface Verification {
  readonly actual: Catalog
  readonly changes: readonly Change[]
  readonly tables: readonly TableSummary[]
  /** Differences that belong to no table. */
  readonly others: readonly Change[]
}

/** Reads the database and compares everything with the models; changes nothing. One round trip. */
export async function verifyDatabase(
  database: Database,
  desired: Desired,
  known: KnownState,
): Promise<Verification> {
  const isKnown = await known.isUnchanged(database)
  const actual = isKnown ? asReadFrom(database, desired) : await readCatalog(database)
  const changes = differences(actual, desired)
  if (changes.length === 0 && !isKnown) known.remember(actual)
  const { catalog, tables } = desired
  return {
    actual,
    changes,
    tables: summariseTables({ actual, desired: catalog, tables, changes, created: new Set() }),
    others: otherChanges(changes, actual, catalog),
  }
}
