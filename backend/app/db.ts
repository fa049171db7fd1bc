import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { openPglite, openPool } from 'trueup'
import type { Config } from './config.ts'
import * as models from './models/index.ts'

/** Typed queries over the thirteen tables, the same on a server and in the embedded database. */
export type AvatarbankDatabase = PgDatabase<
  PgQueryResultHKT,
  typeof models,
  ExtractTablesWithRelations<typeof models>
>

export interface OpenedDatabase {
  readonly db: AvatarbankDatabase
  /** Lets running queries end, for a few seconds at most. */
  close(): Promise<void>
}

const applicationName = 'avatarbank'

/** Opens what the configuration names; throws a TrueupError that tells cause and next step when that fails. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  const { database } = config
  if (database.kind === 'folder') {
    const { pglite, close } = await openPglite(database.folder, {
      command: applicationName,
      cache: config.cacheFolder,
    })
    const { drizzle } = await import('drizzle-orm/pglite')
    return { db: drizzle(pglite, { schema: models }), close }
  }
  const { pool, close } = await openPool(database.connection, {
    applicationName,
    max: config.poolMax,
    statementTimeoutMs: config.statementTimeoutMs,
    lockTimeoutMs: config.lockTimeoutMs,
    waitTimeoutMs: database.connection.connectTimeoutMs,
  })
  const { drizzle } = await import('drizzle-orm/node-postgres')
  return { db: drizzle(pool, { schema: models }), close }
}
