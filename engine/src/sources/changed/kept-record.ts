import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../../modules/write-atomically.ts'
import { readKeptCatalog } from '../kept-desired.ts'
import type { ScriptPlace } from './load-script.ts'
import type { LoadedScript, RecordedStatement } from './script-record.ts'

/** What was made of these sources the last time, whatever they said then; undefined where it was not kept whole. */
export function readRecord({ cache, name }: ScriptPlace): LoadedScript | undefined {
  try {
    const { sourceKey, fingerprint, record } = JSON.parse(
      readFileSync(recordPath(cache, name), 'utf8'),
    ) as Kept
    const catalog = readKeptCatalog(cache, sourceKey)
    return catalog.fingerprint === fingerprint ? { record, catalog } : undefined
  } catch {
    return undefined
  }
}

/** The catalog is kept by itself, under the key of the sources (kept-desired.ts). */
export function keepRecord({ record, catalog }: LoadedScript, { cache, name, sourceKey }: ScriptPlace): void {
  const kept: Kept = { sourceKey, fingerprint: catalog.fingerprint, record }
  writeAtomically(recordPath(cache, name), JSON.stringify(kept))
}

interface Kept {
  readonly sourceKey: string
  /** Of the catalog: the same sources make another one when partitions follow the calendar. */
  readonly fingerprint: string
  readonly record: readonly RecordedStatement[]
}

function recordPath(cache: string, name: string): string {
  return join(cache, 'catalogs', `${name}.record.json`)
}
