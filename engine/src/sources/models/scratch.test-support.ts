import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { repository } from '../../../test/support/repository.ts'
import { cacheFolder } from '../../modules/cache-folder.ts'
import { startPglite } from '../../postgres/embedded/pglite-start.ts'
import { readModels } from './read-models.ts'

export const asOf = new Date('2026-11-22T10:00:00Z')

/** One embedded PostgreSQL for a test file, emptied before each test. */
export function useScratch() {
  let database: PGlite
  beforeAll(async () => {
    database = await startPglite({ kind: 'memory' }, cacheFolder(repository))
  })
  afterAll(() => database.close())
  beforeEach(empty)

  async function empty(): Promise<void> {
    const { rows } = await database.query<{ name: string }>(
      `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'`,
    )
    for (const { name } of rows) await database.exec(`DROP SCHEMA ${name} CASCADE`)
    await database.exec('CREATE SCHEMA public')
  }

  return {
    empty,
    get database() {
      return database
    },
    /** Runs what a models module says; gives the script back. */
    async run(module: Record<string, unknown>, options: Partial<Parameters<typeof readModels>[1]> = {}) {
      const script = readModels(module, { asOf, ...options })
      for (const { sql } of script.roles) await database.exec(sql)
      for (const { sql } of script.statements)
        await database.exec(sql).catch((error: Error) => {
          throw new Error(`${error.message} in: ${sql}`)
        })
      return script
    },
    /** The cells of a query, row by row; of the only column alone where there is one. */
    async cells(sql: string): Promise<readonly unknown[]> {
      const { rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' })
      return rows.map((row) => (row.length === 1 ? row[0] : row))
    },
  }
}
