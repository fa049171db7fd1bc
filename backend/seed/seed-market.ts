import type { Database } from 'trueup'
import { bareTables } from './bare-tables.ts'
import { openCopies } from './copies.ts'
import { marketSize } from './size.ts'
import { tellStory } from './story/tell-story.ts'
import { type TableName, tableNames } from './tables.ts'

export interface SeedOptions {
  readonly scale: number
  /** The same seed, scale and end give the same rows. */
  readonly seed: number
  /** When the seeded year ends; usually now. */
  readonly until: Date
  readonly signal?: AbortSignal
  readonly progress?: (progress: SeedProgress) => void
}

export interface SeedProgress {
  /** How much of the story is told, from 0 to 1. */
  readonly share: number
  readonly rows: number
}

export type Seeded =
  | { readonly kind: 'seeded'; readonly rows: Readonly<Record<TableName, number>> }
  | { readonly kind: 'not-empty'; readonly table: TableName }

/**
 * Fills empty tables with a market that has run for a year, by COPY and in one transaction: all of it is there in
 * the end, or nothing. The story is told twice, because a user's row comes first and holds the last balance.
 */
export async function seedMarket(database: Database, options: SeedOptions): Promise<Seeded> {
  const { scale, seed, until, signal, progress } = options
  await database.query(
    `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '256MB'; LOCK TABLE ${tableNames.join(', ')} IN SHARE ROW EXCLUSIVE MODE`,
  )
  try {
    const table = await firstFilled(database)
    if (table) {
      await database.query('ROLLBACK')
      return { kind: 'not-empty', table }
    }
    const story = {
      seed,
      size: marketSize(scale),
      until: until.getTime(),
      logsSince: await oldestPartition(database),
    }
    const first = tellStory({ ...story, emit: () => {} })
    for (let index = 0; index < first.ticks; index++) first.tick(index)
    const ends = first.end()

    const restored = await bareTables(database)
    const copies = openCopies(database)
    const second = tellStory({ ...story, emit: copies.write }, ends)
    for (let index = 0; index < second.ticks; index++) {
      second.tick(index)
      if (!copies.isFull()) continue
      signal?.throwIfAborted()
      await copies.send()
      progress?.({ share: index / second.ticks, rows: copies.total() })
    }
    second.end()
    const rows = await copies.finish()
    progress?.({ share: 1, rows: copies.total() })
    for (const statement of restored) await database.query(statement)
    await database.query(`${tableNames.map(moveSequence).join(';')}; COMMIT`)
    // statistics and visibility, as autovacuum would bring them sooner or later
    for (const name of tableNames) await database.query(`VACUUM (ANALYZE) ${name}`)
    return { kind: 'seeded', rows }
  } catch (error) {
    await database.query('ROLLBACK').catch(() => {}) // the reason matters more than a lost connection
    throw error
  }
}

async function firstFilled(database: Database): Promise<TableName | undefined> {
  const [answer] = await database.query(
    `SELECT ${tableNames.map((table) => `EXISTS (SELECT FROM ${table})`).join(', ')}`,
  )
  return tableNames.find((_, index) => answer?.rows[0]?.[index] === 't')
}

/** Milliseconds since 1970 from which on logs have a partition of their month. */
async function oldestPartition(database: Database): Promise<number> {
  const [answer] = await database.query(`
    SELECT extract(epoch FROM max(first)) * 1000 FROM (
      SELECT min(substring(pg_get_expr(c.relpartbound, c.oid) FROM $$FROM \\('([^']+)'\\)$$)::timestamptz) AS first
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent IN ('audit_logs'::regclass, 'error_logs'::regclass)
      GROUP BY i.inhparent
    ) AS logs`)
  return Number(answer?.rows[0]?.[0] ?? Number.POSITIVE_INFINITY)
}

/** COPY brings its own keys; those that come after go on from there. */
function moveSequence(table: TableName): string {
  return `SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table} HAVING max(id) IS NOT NULL`
}
