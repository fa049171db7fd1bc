import type { ObjectId } from '../../catalog/object.ts'
import type { Database } from '../../postgres/database.ts'
import type { Secret } from '../../postgres/url/secret.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { cancelOnAbort } from '../cancel-on-abort.ts'
import { deriveKeys, newEncryption } from '../crypt/keys.ts'
import type { BackupObserver } from '../events.ts'
import type { Manifest, Pin, Scope } from '../format/manifest.ts'
import { schemaStatements } from '../schema/schema-statements.ts'
import type { FilePlace } from './backup-file.ts'
import { type CopiedPart, copyTables } from './copy-tables.ts'
import { unsaved, withoutSecrets } from './left-out.ts'
import { fillNewFolder } from './new-folder.ts'
import { readSequences } from './read-sequences.ts'
import { scopeCatalog } from './scope-catalog.ts'
import { withSessions } from './sessions.ts'
import { openSnapshot } from './snapshot.ts'
import { type TableSource, tableSources } from './table-parts.ts'
import { writeDescription } from './write-description.ts'

export interface BackupOrder {
  /** Opens one more session on the database; called once for each. */
  readonly connect: () => Promise<Database>
  /** The backup's own folder; it must not exist. */
  readonly folder: string
  /** Tables and schemas by name; null for everything. */
  readonly scope: Scope | null
  readonly connections: number
  readonly environment: string
  /** Of trueup. */
  readonly version: string
  readonly now: Date
  readonly passphrase?: Secret | undefined
  /** Keeps the backup from being removed until `releasePin` (keep/pin.ts). */
  readonly pin?: Pin | undefined
  /** What is parked: it is not in the backup, which says so. */
  readonly readParked?: ((database: Database) => Promise<readonly ObjectId[]>) | undefined
  readonly observe?: BackupObserver | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes one state of a database, schema and rows, into a new folder (docs/formats.md). The folder gets its name when
 * everything is on the disk; when anything fails there is none. Fails with BACKUP-…, CONNECT-… or a DatabaseError.
 */
export async function makeBackup(order: BackupOrder): Promise<Manifest> {
  const { folder, passphrase } = order
  const keys = passphrase && (await deriveKeys(passphrase, newEncryption()))
  return fillNewFolder(folder, (partial) =>
    withDatabase(order.connect, (database) =>
      cancelOnAbort(order.signal, [database], () => fill({ folder: partial, keys }, database, order)),
    ),
  )
}

async function fill(place: FilePlace, database: Database, order: BackupOrder): Promise<Manifest> {
  const { scope, environment, version, now, pin, observe = () => {} } = order
  const parked = scope ? [] : ((await order.readParked?.(database)) ?? [])
  const snapshot = await openSnapshot(database, scope)
  const scoped = scopeCatalog(snapshot.catalog, snapshot.tables, scope)
  const schema = withoutSecrets(schemaStatements(scoped.catalog))
  const sources = await tableSources(database, snapshot)
  const sequences = await readSequences(database, scoped.catalog)
  const missing = scope ? [] : unsaved(snapshot.catalog, parked)
  observe({ kind: 'started', tables: sources.length })
  const parts = sources.flatMap((source) => source.parts)
  const copied = await withSessions(database, snapshot, { ...order, parts: parts.length }, (sessions) =>
    copyTables(parts, sessions, place, observe),
  )
  await database.query('COMMIT')
  const manifest: Omit<Manifest, 'files'> = {
    format: 1,
    version,
    created: now.toISOString(),
    environment,
    place: database.place,
    serverVersion: database.serverVersion,
    lsn: snapshot.lsn,
    scope,
    pin: pin ?? null,
    encryption: place.keys?.encryption ?? null,
    tables: sources.map((source) => tableEntry(source, copied)),
    sequences,
    leftOut: [...scoped.leftOut, ...schema.leftOut, ...missing],
  }
  return writeDescription(
    place,
    manifest,
    schema.statements,
    copied.map(({ file }) => file),
  )
}

function tableEntry({ parts, ...table }: TableSource, copied: readonly CopiedPart[]) {
  const entries = parts.flatMap((part) =>
    copied.filter((each) => each.part === part).map(({ entry }) => entry),
  )
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0)
  return { ...table, rows, parts: entries }
}
