import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { hashTexts } from '../modules/content-hash.ts'
import { writeAtomically } from '../modules/write-atomically.ts'
import type { Database, Place, ResultTable } from '../postgres/database.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { beginReading } from '../sources/database/read-catalog.ts'
import type { Desired } from '../sources/desired.ts'

/**
 * Remembers, on this machine, with which fingerprint a database was last seen to equal the models. While the server
 * still computes the same one there is nothing to compare: one round trip, one line of answer.
 */
export interface KnownState {
  /** True when the database is known to be what it was when it equalled the models. */
  isUnchanged(database: Database): Promise<boolean>
  /**
   * What a reading would tell of such a database beside its objects, with the answers to other questions from the
   * same message; undefined when it must be read.
   */
  ifUnchanged(database: Database, questions: readonly string[]): Promise<UnchangedState | undefined>
  /** To be called with a catalog that was found equal. */
  remember(equal: Catalog): void
}

export interface UnchangedState {
  /** Without its objects. */
  readonly catalog: Catalog
  readonly answers: readonly ResultTable[]
}

export function knownState(place: Place, desired: Desired, cache: string): KnownState {
  const path = join(cache, 'databases', `${hashTexts(JSON.stringify(place)).slice(0, 32)}.json`)
  const known = readRecord(path)
  const { extent = '', grants = false, ignored } = desired
  const key = `${desired.key} ${extent} ${grants} ${ignored?.key ?? ''}`
  const ifUnchanged: KnownState['ifUnchanged'] = async (database, questions) => {
    if (known?.key !== key || known.serverVersion !== database.serverVersion) return undefined
    const query = fingerprintQuery(database.serverVersion)
    const message = [beginReading, `SET LOCAL search_path = ''`, query, ...questions, 'COMMIT']
    const results = await database.query(message.join(';'))
    if (results[2]?.rows[0]?.[0] !== known.fingerprint) return undefined
    const { fingerprint, serverVersion, searchPath, role, unmodelled } = known
    const reading = { fingerprint, serverVersion, searchPath, role, unmodelled }
    const catalog: Catalog = { ...reading, objects: new Map(), secrets: new Map() }
    return { catalog, answers: results.slice(3, -1) }
  }
  return {
    ifUnchanged,
    isUnchanged: async (database) => (await ifUnchanged(database, [])) !== undefined,
    remember({ objects: _, secrets: __, ...reading }) {
      if (known?.key === key && known.fingerprint === reading.fingerprint) return
      const record: Record = { format: 2, key, ...reading }
      writeAtomically(path, JSON.stringify(record))
    },
  }
}

/** The catalog that a reading of an unchanged database would give. */
export function asReadFrom(database: Database, { catalog }: Desired): Catalog {
  return { ...catalog, serverVersion: database.serverVersion }
}

type Record = Omit<Catalog, 'objects' | 'secrets'> & { readonly format: 2; readonly key: string }

function readRecord(path: string): Record | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as Record
    return record.format === 2 ? record : undefined
  } catch {
    return undefined
  }
}
