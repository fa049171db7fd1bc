import type { TestServer } from '../../engine/test/support/server.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import type { PlainTable } from '../create/plain-sketch.ts'
import { sketchSql } from '../create/sketch-sql.ts'
import { changedTable } from './many-tables.ts'

/** Two equal databases: one as it is, one as it is wanted. */
export interface Pair {
  readonly current: string
  readonly desired: string
  /** What is wanted gets the column that the other lacks, or loses it again. */
  setChanged(isChanged: boolean): Promise<void>
  /** Takes back what a tool that applies has done. */
  restore(): Promise<void>
  hasColumn(): Promise<boolean>
  drop(): Promise<void>
}

export async function makePair(server: TestServer, tables: readonly PlainTable[]): Promise<Pair> {
  const [current, desired] = [await server.createDatabase(), await server.createDatabase()]
  for (const { url } of [current, desired]) await fill(url, tables)
  return {
    current: current.url,
    desired: desired.url,
    setChanged: (isChanged) =>
      run(desired.url, isChanged ? `ALTER TABLE ${changedTable} ADD COLUMN added text` : dropAdded),
    restore: () => run(current.url, dropAdded),
    async hasColumn() {
      const database = await connectUrl(current.url)
      const [table] = await database.query(
        `SELECT FROM pg_attribute WHERE attrelid = '${changedTable}'::regclass AND attname = 'added' AND NOT attisdropped`,
      )
      await database.close()
      return table?.rows.length === 1
    },
    async drop() {
      await current.drop()
      await desired.drop()
    },
  }
}

const dropAdded = `ALTER TABLE ${changedTable} DROP COLUMN IF EXISTS added`

/** In pieces, because a transaction that makes thousands of tables needs more locks than a server has. */
async function fill(url: string, tables: readonly PlainTable[]): Promise<void> {
  const database = await connectUrl(url)
  for (let i = 0; i < tables.length; i += 20) await database.query(sketchSql(tables.slice(i, i + 20)))
  await database.query('VACUUM ANALYZE pg_catalog.pg_class; ')
  await database.query('VACUUM ANALYZE pg_catalog.pg_attribute; ')
  await database.query('VACUUM ANALYZE pg_catalog.pg_constraint; ')
  await database.close()
}

async function run(url: string, sql: string): Promise<void> {
  const database = await connectUrl(url)
  await database.query(sql)
  await database.close()
}
