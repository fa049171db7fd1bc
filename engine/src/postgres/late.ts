import type { FolderOptions, OpenedPglite } from './embedded/open-pglite.ts'
import type { OpenedPool, PoolOptions } from './pool.ts'
import type { ParsedConnection } from './url/parsed-connection.ts'

/** As `openPool` of pool.ts; the driver is loaded when somebody connects. */
export async function openPool(connection: ParsedConnection, options: PoolOptions): Promise<OpenedPool> {
  const late = await import('./pool.ts')
  return late.openPool(connection, options)
}

/** As `openPglite` of embedded/open-pglite.ts; PGlite is loaded when somebody opens a folder. */
export async function openPglite(folder: string, options: FolderOptions): Promise<OpenedPglite> {
  const late = await import('./embedded/open-pglite.ts')
  return late.openPglite(folder, options)
}
