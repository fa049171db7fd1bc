import type { Catalog } from '../../catalog/catalog.ts'
import type { SourceStatement } from '../scratch/run-script.ts'
import { keepRecord, readRecord } from './kept-record.ts'
import { loadRecorded, loadWhole } from './load-whole.ts'
import type { LoadedScript } from './script-record.ts'

export interface ScriptPlace {
  readonly cache: string
  /** Stays the same when what the sources say changes. */
  readonly name: string
  /** Under which the catalog will be kept. */
  readonly sourceKey: string
}

/**
 * What a script makes in an empty database. A long one is remembered statement by statement, so that the next time
 * only what has changed takes time.
 */
export async function loadScript(
  statements: readonly SourceStatement[],
  place: ScriptPlace,
): Promise<Catalog> {
  const { cache } = place
  if (statements.length < long) return loadWhole(statements, cache)
  const before = readRecord(place)
  const { loadChanged } = await import('./load-changed.ts')
  const loaded: LoadedScript | undefined =
    (before && (await loadChanged(before, statements, cache))) ?? (await loadRecorded(statements, cache))
  if (!loaded) return loadWhole(statements, cache)
  if (loaded.catalog.secrets.size === 0) keepRecord(loaded, place)
  return loaded.catalog
}

/** Statements; fewer of them take less than a second, and need no notes. */
const long = 300
