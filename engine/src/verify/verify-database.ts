import type { Catalog } from '../catalog/catalog.ts'
import type { Change } from '../diff/change.ts'
import type { Database, ResultTable } from '../postgres/database.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
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
  /** What else was asked in the same message; nothing where the database is known to equal the models. */
  readonly answers: readonly ResultTable[]
}

export interface VerificationOptions {
  readonly known: KnownState
  readonly cache: string
  /** To be asked in the same message. */
  readonly questions?: readonly string[]
}

/** Reads the database and compares everything with the models; changes nothing. One round trip. */
export async function verifyDatabase(
  database: Database,
  desired: Desired,
  { known, cache, questions = [] }: VerificationOptions,
): Promise<Verification> {
  const isKnown = await known.isUnchanged(database)
  const { catalog: actual, answers } = isKnown
    ? { catalog: asReadFrom(database, desired), answers: [] }
    : await readCatalogAnd(questions, database)
  const changes = await withoutSpelling(differences(actual, desired), actual, desired.catalog, cache)
  if (changes.length === 0 && !isKnown) known.remember(actual)
  const { catalog, tables } = desired
  return {
    actual,
    changes,
    answers,
    tables: summariseTables({ actual, desired: catalog, tables, changes, created: new Set() }),
    others: otherChanges(changes, actual, catalog),
  }
}
