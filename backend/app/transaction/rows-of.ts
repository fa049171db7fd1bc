import type { SQL } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'

/**
 * Runs one statement as it is, on a connection or in a transaction. Its rows come as the driver reads them: a bigint
 * is text on a server and a number in the embedded database.
 */
export async function rowsOf<Row>(db: AvatarbankDatabase, statement: SQL): Promise<readonly Row[]> {
  const result = (await db.execute(statement)) as { readonly rows: readonly Row[] }
  return result.rows
}
