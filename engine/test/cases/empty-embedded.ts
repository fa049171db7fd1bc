import { cacheFolder } from '../../src/modules/cache-folder.ts'
import type { Database } from '../../src/postgres/database.ts'
import { openInMemory } from '../../src/postgres/embedded.ts'
import { emptyDatabase } from '../../src/sources/scratch/empty-database.ts'
import { repository } from '../support/repository.ts'

/**
 * One embedded PostgreSQL for all cases, emptied between them: starting one takes as long as a hundred cases.
 * Closing what this opens leaves it running; `stop` ends it.
 */
export async function emptyEmbedded(extensions: Iterable<string>) {
  const database = await openInMemory({ cache: cacheFolder(repository), extensions })
  const open = async (): Promise<Database> => {
    await database.query(emptyDatabase)
    return { ...database, close: async () => void (await database.query('ROLLBACK')) }
  }
  return { open, stop: () => database.close() }
}
