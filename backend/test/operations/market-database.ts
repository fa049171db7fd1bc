import { drizzle as drizzlePool } from 'drizzle-orm/node-postgres'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { cacheFolder } from '../../../engine/src/modules/cache-folder.ts'
import { startPglite } from '../../../engine/src/postgres/embedded/pglite-start.ts'
import { openPool } from '../../../engine/src/postgres/pool.ts'
import { parseConnectionUrl } from '../../../engine/src/postgres/url/connection-url.ts'
import { repository } from '../../../engine/test/support/repository.ts'
import { sharedServer } from '../../../engine/test/support/shared-server.ts'
import type { TargetName } from '../../../engine/test/support/targets.ts'
import type { AvatarbankDatabase } from '../../app/db.ts'
import * as models from '../../app/models/index.ts'
import type { Row } from '../domain/domain-database.ts'
import { brokenInvariants } from '../domain/invariants.ts'
import { schemaSql } from '../domain/schema-sql.ts'

/** Avatarbank's tables without rows, as the application sees them, and plain SQL for what it does not do. */
export interface MarketDatabase {
  readonly db: AvatarbankDatabase
  query(sql: string): Promise<readonly Row[]>
  /** The names of the invariants that do not hold at this moment. */
  broken(): Promise<readonly string[]>
  close(): Promise<void>
}

export function openMarket(target: TargetName): Promise<MarketDatabase> {
  return target === 'embedded' ? openEmbeddedMarket() : openServerMarket(target)
}

async function openEmbeddedMarket(): Promise<MarketDatabase> {
  const client = await startPglite({ kind: 'memory' }, cacheFolder(repository))
  await client.exec(schemaSql())
  await client.exec(`PREPARE broken_invariants AS ${brokenInvariants}`)
  return {
    db: drizzlePglite(client, { schema: models }),
    query: async (sql) => (await client.query<Row>(sql)).rows,
    broken: async () => (await client.query<Row>('EXECUTE broken_invariants')).rows.map(nameOf),
    close: () => client.close(),
  }
}

async function openServerMarket(major: Exclude<TargetName, 'embedded'>): Promise<MarketDatabase> {
  const place = await (await sharedServer(major)).createDatabase()
  const market = await openMarketAt(place.url)
  await market.query(schemaSql())
  return {
    ...market,
    async close() {
      await market.close()
      await place.drop()
    },
  }
}

/** A database that has its tables, or is about to get them. */
export async function openMarketAt(url: string): Promise<MarketDatabase> {
  const { connection } = parseConnectionUrl(url)
  const { pool, close } = await openPool(connection!, { applicationName: 'avatarbank', max: 10 })
  return {
    db: drizzlePool(pool, { schema: models }),
    query: async (sql) => (await pool.query<Row>(sql)).rows,
    broken: async () =>
      (await pool.query<Row>({ name: 'broken_invariants', text: brokenInvariants })).rows.map(nameOf),
    close,
  }
}

const nameOf = ({ name }: Row) => String(name)
