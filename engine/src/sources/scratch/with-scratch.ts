import type { Database } from '../../postgres/database.ts'

/** Gives an empty embedded PostgreSQL that can make these extensions, and takes it away again. */
export async function withScratch<Result>(
  cache: string,
  extensions: Iterable<string>,
  use: (scratch: Database) => Promise<Result>,
): Promise<Result> {
  const { openInMemory } = await import('../../postgres/embedded.ts')
  const scratch = await openInMemory({ cache, extensions })
  try {
    // bodies may name tables that come later; expressions of models are written for the default search path
    await scratch.query('SET check_function_bodies = off; SET client_min_messages = error')
    return await use(scratch)
  } finally {
    await scratch.close()
  }
}
