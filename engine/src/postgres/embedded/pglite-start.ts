import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Place } from '../database.ts'
import { embeddedExtensions } from './extensions.ts'
import type { SeedKind } from './seed.ts'

export type EmbeddedPlace = Exclude<Place, { kind: 'server' }>

/**
 * Starts PGlite where a database is, or makes one.
 * @param seedCache where the copy of a new database is kept; only for a place that has no database yet
 * @param extensionNames extensions that the database has or will be asked to create
 */
export async function startPglite(
  place: EmbeddedPlace,
  seedCache?: string,
  extensionNames: Iterable<string> = [],
  seedKind: SeedKind = 'whole',
): Promise<PGlite> {
  tierUpLater()
  const [{ PGlite: Instance }, seeds, extensions] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./seed.ts'),
    embeddedExtensions(extensionNames),
  ])
  let lastWords: string | undefined
  const options: PGliteOptions = {
    extensions,
    ...(place.kind === 'folder' ? { dataDir: resolve(place.folder) } : {}),
    onStderr: (line) => {
      lastWords = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? lastWords
      return false
    },
  }
  try {
    if (seedCache === undefined) return await Instance.create(options)
    return await Instance.create({ ...options, loadDataDir: await seeds.obtainSeed(seedCache, seedKind) })
  } catch (error) {
    if (seedCache !== undefined) await seeds.removeSeeds(seedCache)
    throw stopped(place, error, lastWords)
  }
}

/**
 * V8 compiles busy WebAssembly a second time, for speed. In Node 20 it does so early, which a plan of seconds never
 * earns back: it takes half the processor time with a budget as later versions have. The budget is what a function may
 * have run before it is compiled again.
 */
function tierUpLater(): void {
  setFlagsFromString('--wasm-tiering-budget=20000000')
}

/** PGlite ended by itself: damaged files, a full disk, or a fault of its own. */
export function stopped(place: EmbeddedPlace, error: unknown, lastWords?: string): TrueupError {
  const where = place.kind === 'folder' ? `"${place.folder}"` : 'memory'
  const parameters = { place: where, reason: lastWords ?? reasonOf(error) }
  return new TrueupError('EMBEDDED-FAILED', parameters, { cause: error })
}

/** Its file system fails with WASI's error numbers instead of names (wasi_snapshot_preview1, errno). */
const errnoNames: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
}

function reasonOf(error: unknown): string {
  const { errno, message } = error as { errno?: number; message?: string }
  return message ?? (errno === undefined ? String(error) : (errnoNames[errno] ?? `errno ${errno}`))
}
