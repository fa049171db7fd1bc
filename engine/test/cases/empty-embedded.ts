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
  const start = () => openInMemory({ cache: cacheFolder(repository), extensions })
  let database = await start()
  const restart = async () => {
    await database.close() // not everything can be dropped: views and functions may use each other
    database = await start()
  }
  const open = async (): Promise<Database> => {
    await database.query(emptyDatabase).catch(restart)
    return { ...database, close: async () => void (await database.query('ROLLBACK')) }
  }
  return { open, stop: () => database.close() }
}
