import { resolve } from 'node:path'
import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Place } from '../database.ts'

export type EmbeddedPlace = Exclude<Place, { kind: 'server' }>

/**
 * Starts PGlite where a database is, or makes one.
 * @param seedCache where the copy of a new database is kept; only for a place that has no database yet
 */
export async function startPglite(place: EmbeddedPlace, seedCache?: string): Promise<PGlite> {
  const [{ PGlite: Instance }, seeds] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./seed.ts'),
  ])
  const start = (options: PGliteOptions) =>
    Instance.create(place.kind === 'folder' ? { ...options, dataDir: resolve(place.folder) } : options)
  try {
    if (seedCache === undefined) return await start({})
    return await start({ loadDataDir: await seeds.obtainSeed(seedCache) })
  } catch (error) {
    if (seedCache !== undefined) await seeds.removeSeed(seedCache)
    throw stopped(place, error)
  }
}

/** PGlite ended by itself: damaged files, a full disk, or a fault of its own. */
export function stopped(place: EmbeddedPlace, error: unknown): TrueupError {
  const where = place.kind === 'folder' ? `"${place.folder}"` : 'memory'
  const reason = error instanceof Error ? error.message : String(error)
  return new TrueupError('EMBEDDED-FAILED', { place: where, reason }, { cause: error })
}
