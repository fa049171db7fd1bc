import type { PGlite } from '@electric-sql/pglite'
import { isTrueupError } from '../../errors/trueup-error.ts'
import { clearUnfinished, folderError, makeInFolder, prepareFolder } from './embedded-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { type EmbeddedPlace, startPglite } from './pglite-start.ts'

export interface EmbeddedOptions {
  /** A folder for what makes the next start fast. */
  readonly cache?: string | undefined
  /** Extensions that the database has or will be asked to create, by name. */
  readonly extensions?: Iterable<string> | undefined
}

export interface MemoryOptions extends EmbeddedOptions {
  /** Whether CREATE DATABASE must work. */
  readonly templates?: boolean
}

export interface FolderOptions extends EmbeddedOptions {
  /** Named to others who find the folder in use. */
  readonly command: string
}

/** A PGlite instance and what gives it back; an open one keeps the process alive. */
export interface OpenedPglite {
  readonly pglite: PGlite
  close(): Promise<void>
  /** Instead of `close`, for one that broke: shutting it down would write what it left half-done. */
  abandon(): void
}

export async function openPgliteInMemory({
  cache,
  extensions,
  templates = false,
}: MemoryOptions): Promise<OpenedPglite> {
  const kind = templates ? 'whole' : 'without-templates'
  const pglite = await startPglite({ kind: 'memory' }, cache, extensions, kind)
  return { pglite, close: () => pglite.close(), abandon: () => {} }
}

/** PGlite itself in a folder that is locked for this process until it is closed; made where there is none. */
export async function openPglite(folder: string, options: FolderOptions): Promise<OpenedPglite> {
  await prepareFolder(folder) // a folder that is refused must not get a lock file
  const lock = await lockFolder(folder, options.command).catch((error) => {
    throw isTrueupError(error) ? error : folderError(folder, error)
  })
  try {
    await clearUnfinished(folder)
    const content = await prepareFolder(folder)
    const place: EmbeddedPlace = { kind: 'folder', folder }
    const pglite =
      content === 'database'
        ? await startPglite(place, undefined, options.extensions)
        : await makeInFolder(folder, () => startPglite(place, options.cache, options.extensions))
    return {
      pglite,
      close: () => pglite.close().finally(() => lock.release()),
      abandon: () => lock.release(),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
