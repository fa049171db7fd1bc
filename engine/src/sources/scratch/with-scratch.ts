import type { Database } from '../../postgres/database.ts'

/** Part of the key of everything that was spelled by the scratch: another PGlite may spell otherwise. */
export const scratchVersion = 'pglite 0.5.16'

/** Gives an empty embedded PostgreSQL, and takes it away again. */
export async function withScratch<Result>(
  cache: string,
  use: (scratch: Database) => Promise<Result>,
): Promise<Result> {
  const { openInMemory } = await import('../../postgres/embedded.ts')
  const scratch = await openInMemory({ cache })
  try {
    // bodies may name tables that come later; expressions of models are written for the default search path
    await scratch.query('SET check_function_bodies = off; SET client_min_messages = error')
    return await use(scratch)
  } finally {
    await scratch.close()
  }
}
