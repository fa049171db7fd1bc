import type { Catalog } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { TableObject } from '../../catalog/relations.ts'
import type { Database } from '../../postgres/database.ts'
import { isDatabaseError } from '../../postgres/database-error.ts'
import { assembleCatalog, catalogStatements, readCatalog } from '../../sources/database/read-catalog.ts'
import { copySettings } from '../format/copy-settings.ts'
import type { Scope } from '../format/manifest.ts'
import { chooseTables } from './choose-tables.ts'

export interface Snapshot {
  readonly catalog: Catalog
  /** With rows or partitions; all of them are locked against being altered, dropped or emptied. */
  readonly tables: readonly TableObject[]
  /** By which other sessions see the same state; null where there is one session only. */
  readonly exported: string | null
  readonly lsn: string | null
}

/**
 * Opens the transaction whose state is backed up. The tables are locked before the first look at the data, because
 * TRUNCATE and rewriting ALTERs do not respect snapshots (manual 13.6): LOCK TABLE takes none, so what is seen
 * afterwards is what the locks protect. A table that appeared in between makes us begin again.
 */
export async function openSnapshot(database: Database, scope: Scope | null): Promise<Snapshot> {
  let known: readonly TableObject[] = chooseTables(await readCatalog(database), scope)
  for (let attempt = 1; ; attempt++) {
    const snapshot = await lockAndLook(database, known, scope)
    const locked = new Set(known.map(({ id }) => id))
    if (snapshot?.tables.every(({ id }) => locked.has(id))) return snapshot
    await database.query('ROLLBACK')
    if (attempt === attemptsMax) throw new Error(`new tables appeared in each of ${attemptsMax} looks`)
    known = snapshot?.tables ?? chooseTables(await readCatalog(database), scope)
  }
}

const attemptsMax = 5

/** undefined when a table is gone before it could be locked. */
async function lockAndLook(
  database: Database,
  tables: readonly TableObject[],
  scope: Scope | null,
): Promise<Snapshot | undefined> {
  const sharing = database.profile.otherSessions
  const before = [beginCopying, ...copySettings, ...lockTables(tables, '')]
  const reading = catalogStatements(database.serverVersion)
  const after = [logPosition, sharing ? 'SELECT pg_export_snapshot()' : 'SELECT NULL']
  try {
    const results = await database.query([...before, ...reading, ...after].join(';\n'))
    const catalog = assembleCatalog(
      results.slice(before.length, before.length + reading.length),
      database.serverVersion,
    )
    const [position, exported] = results.slice(-2).map((table) => table.rows[0]?.[0] ?? null)
    return {
      catalog,
      tables: chooseTables(catalog, scope),
      exported: exported ?? null,
      lsn: position ?? null,
    }
  } catch (error) {
    if (isDatabaseError(error) && error.sqlstate === undefinedTable) return undefined
    throw error
  }
}

const beginCopying = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
const undefinedTable = '42P01'
const logPosition = `
  SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END`

/**
 * Another session joins the snapshot. It locks what the first one has locked without waiting: behind somebody who
 * waits for the first one it would wait for ever. False when it could not; the first session can do without.
 */
export async function joinSnapshot(database: Database, { exported, tables }: Snapshot): Promise<boolean> {
  const statements = [
    beginCopying,
    `SET TRANSACTION SNAPSHOT '${exported}'`,
    ...copySettings,
    `SET LOCAL search_path = ''`,
    ...lockTables(tables, ' NOWAIT'),
  ]
  try {
    await database.query(statements.join(';\n'))
    return true
  } catch (error) {
    if (isDatabaseError(error) && error.sqlstate === lockNotAvailable) return false
    throw error
  }
}

const lockNotAvailable = '55P03'

function lockTables(tables: readonly TableObject[], how: string): string[] {
  if (tables.length === 0) return []
  return [`LOCK TABLE ${tables.map(({ id }) => `ONLY ${pathOf(id)}`).join(', ')} IN ACCESS SHARE MODE${how}`]
}
