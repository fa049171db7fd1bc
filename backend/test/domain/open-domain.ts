import pg from 'pg'
import { cacheFolder } from '../../../engine/src/modules/cache-folder.ts'
import { startPglite } from '../../../engine/src/postgres/embedded/pglite-start.ts'
import { repository } from '../../../engine/test/support/repository.ts'
import type { Major } from '../../../engine/test/support/server-programs.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import type { DomainDatabase, Row } from './domain-database.ts'
import { schemaSql } from './schema-sql.ts'

/** An empty database with Avatarbank's tables, made by the plain SQL of the models. */
export async function openEmbeddedDomain(): Promise<DomainDatabase> {
  const client = await startPglite({ kind: 'memory' }, cacheFolder(repository))
  await client.exec(schemaSql())
  return {
    query: async (sql) => (await client.query<Row>(sql)).rows,
    close: () => client.close(),
  }
}

export async function openServerDomain(major: Major): Promise<DomainDatabase> {
  const place = await (await sharedServer(major)).createDatabase()
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  await client.query(schemaSql())
  return {
    query: async (sql) => (await client.query<Row>(sql)).rows,
    async close() {
      await client.end()
      await place.drop()
    },
  }
}
