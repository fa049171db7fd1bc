import type { Database } from './database.ts'

/** Connects, works, and always closes. */
export async function withDatabase<Result>(
  connect: () => Promise<Database>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await connect()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
