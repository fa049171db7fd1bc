import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../../modules/write-atomically.ts'
import { readKeptCatalog } from '../kept-desired.ts'
import type { ScriptPlace } from './load-script.ts'
import type { LoadedScript, RecordedStatement } from './script-record.ts'

/** What was made of these sources the last time, whatever they said then; undefined where nothing was kept. */
export function readRecord({ cache, name }: ScriptPlace): LoadedScript | undefined {
  try {
    const { sourceKey, record } = JSON.parse(readFileSync(recordPath(cache, name), 'utf8')) as Kept
    return { record, catalog: readKeptCatalog(cache, sourceKey) }
  } catch {
    return undefined
  }
}

export function keepRecord(
  record: readonly RecordedStatement[],
  { cache, name, sourceKey }: ScriptPlace,
): void {
  writeAtomically(recordPath(cache, name), JSON.stringify({ sourceKey, record } satisfies Kept))
}

interface Kept {
  readonly sourceKey: string
  readonly record: readonly RecordedStatement[]
}

function recordPath(cache: string, name: string): string {
  return join(cache, 'catalogs', `${name}.record.json`)
}
