import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { hashTexts } from '../modules/content-hash.ts'
import { writeAtomically } from '../modules/write-atomically.ts'
import type { Database, Place } from '../postgres/database.ts'
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
  /** To be called with a catalog that was found equal. */
  remember(equal: Catalog): void
}

export function knownState(place: Place, desired: Desired, cache: string): KnownState {
  const path = join(cache, 'databases', `${hashTexts(JSON.stringify(place)).slice(0, 32)}.json`)
  const known = readRecord(path)
  return {
    async isUnchanged(database) {
      if (known?.key !== desired.key || known.serverVersion !== database.serverVersion) return false
      const query = fingerprintQuery(database.serverVersion)
      const results = await database.query(`${beginReading}; SET LOCAL search_path = ''; ${query}; COMMIT`)
      return results[2]?.rows[0]?.[0] === known.fingerprint
    },
    remember({ fingerprint, serverVersion }) {
      if (known?.key === desired.key && known.fingerprint === fingerprint) return
      const record: Record = { format: 1, key: desired.key, serverVersion, fingerprint }
      writeAtomically(path, JSON.stringify(record))
    },
  }
}

/** The catalog that a reading of an unchanged database would give. */
export function asReadFrom(database: Database, { catalog }: Desired): Catalog {
  return { ...catalog, serverVersion: database.serverVersion }
}

interface Record {
  readonly format: 1
  readonly key: string
  readonly serverVersion: number
  readonly fingerprint: string
}

function readRecord(path: string): Record | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as Record
    return record.format === 1 ? record : undefined
  } catch {
    return undefined
  }
}
