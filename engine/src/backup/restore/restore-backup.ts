import { kindOf, nameOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database, ResultTable } from '../../postgres/database.ts'
import { diagnose } from '../../postgres/diagnosis.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { readCatalogAnd } from '../../sources/database/read-catalog.ts'
import { cancelOnAbort } from '../cancel-on-abort.ts'
import type { BackupObserver } from '../events.ts'
import { schemaFile } from '../format/layout.ts'
import type { SequenceEntry, TableEntry } from '../format/manifest.ts'
import type { OpenedBackup } from '../read/open-backup.ts'
import { readText } from '../read/read-part.ts'
import { verifyBackup } from '../read/verify-backup.ts'
import { setSequence } from '../schema/scripts.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import { type Choice, chooseStatements } from './choose-statements.ts'
import { refuseOlderServer, withoutExisting } from './compare-target.ts'
import { finishSchema } from './finish-schema.ts'
import { moveInto } from './into-schema.ts'
import { loadTables } from './load-tables.ts'
import { type LoadingOrder, withLoadingSessions } from './loading-sessions.ts'
import { runPrivileges, runTogether } from './run-statements.ts'
import { analyzeTables, tableWeights } from './table-roots.ts'

export interface RestoreOrder {
  readonly backup: OpenedBackup
  /**
   * Opens one more session on the database; called once for each.
   * @param extensions what an embedded database must be able to create
   */
  readonly connect: (extensions: readonly string[]) => Promise<Database>
  /** Tables by name; null for all. */
  readonly tables: readonly string[] | null
  /** A schema to restore into, instead of the one that the tables were in. */
  readonly into: string | null
  readonly connections: number
  /** Questions that travel with the reading of the target; throws where the answers say that it must not be changed. */
  readonly refusal?: { readonly questions: readonly string[]; refuse(answers: readonly ResultTable[]): void }
  /** Of the project, for the scratch. */
  readonly cache: string
  readonly observe?: BackupObserver | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Restoration {
  readonly tables: readonly TableEntry[]
  /** Objects whose owner or rights could not be given: roles are missing, or not ours to act for. */
  readonly withoutPrivileges: readonly ObjectId[]
}

/**
 * Makes what a backup holds in a database that has none of its tables. Nothing is touched before every file is proved;
 * then come the schema in one transaction, each table's rows in one, keys, indexes and triggers, owners and rights.
 * Fails with BACKUP-… or RESTORE-…; once something is made, with RESTORE-STOPPED, which says what.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restoration> {
  const { backup } = order
  if (backup.manifest.encryption && !backup.keys)
    throw new TrueupError('BACKUP-PASSPHRASE-NEEDED', { folder: backup.folder })
  await verifyBackup(backup, 'checksums')
  const { statements } = JSON.parse(await readText(backup, schemaFile)) as Pick<Choice, 'statements'>
  const extensions = statements.map(({ target }) => target).filter((id) => kindOf(id) === 'extension')
  const connect = () => order.connect(extensions.map(nameOf))
  return withDatabase(connect, (database) =>
    cancelOnAbort(order.signal, [database], () => restore(database, statements, { ...order, connect })),
  )
}

async function restore(
  database: Database,
  all: readonly SchemaStatement[],
  order: RestoreOrder & LoadingOrder,
): Promise<Restoration> {
  const { backup, into, cache, observe = () => {} } = order
  const { manifest } = backup
  refuseOlderServer(manifest.serverVersion, database.serverVersion)
  const { catalog: target, answers } = await readCatalogAnd(order.refusal?.questions ?? [], database)
  order.refusal?.refuse(answers)
  const chosen = chooseStatements(manifest, all, order.tables, target.searchPath)
  const { tables, statements, sequences } =
    into === null
      ? { ...chosen, sequences: manifest.sequences }
      : await moveInto(chosen, manifest.sequences, into, cache)
  const toRun = withoutExisting({ tables, statements }, target)
  const section = (name: SchemaStatement['section']) => toRun.filter((each) => each.section === name)
  order.signal?.throwIfAborted()
  observe({ kind: 'started', tables: tables.length })
  await runTogether(section('pre-data'), database)
  return tellingProgress(tables, observe, (watch) =>
    withLoadingSessions(database, order, async (sessions) => {
      await loadTables(tables, backup, sessions, watch)
      await setSequences(sequences, toRun, database)
      const last = section('post-data')
      watch({ kind: 'finishing', statements: last.length })
      await finishSchema(last, sessions, tableWeights(tables, statements), watch)
      await analyzeTables(tables, statements, sessions)
      const failed = await runPrivileges(section('privileges'), database)
      return { tables, withoutPrivileges: [...new Set(failed.map(({ target }) => target))] }
    }),
  )
}

/** What fails from here on leaves something behind: the error says which tables are whole. */
async function tellingProgress<Result>(
  tables: readonly TableEntry[],
  observe: BackupObserver,
  work: (watch: BackupObserver) => Promise<Result>,
): Promise<Result> {
  const loaded = new Set(tables.filter(({ rows }) => rows === 0).map(({ table }) => table))
  let phase: 'rows' | 'indexes' = 'rows'
  try {
    return await work((event) => {
      if (event.kind === 'table-finished') loaded.add(event.table)
      if (event.kind === 'finishing') phase = 'indexes'
      observe(event)
    })
  } catch (error) {
    const cause = diagnose(error)
    if (!cause) throw error
    const empty = tables.map(({ table }) => table).filter((table) => !loaded.has(table))
    throw new TrueupError(
      'RESTORE-STOPPED',
      { phase, loaded: loaded.size, empty, reason: cause.message },
      { cause },
    )
  }
}

async function setSequences(
  sequences: readonly SequenceEntry[],
  statements: readonly SchemaStatement[],
  database: Database,
): Promise<void> {
  const made = new Set(statements.flatMap(({ makes }) => makes))
  const own = sequences.filter(
    ({ sequence, table }) =>
      made.has(`sequence:${sequence}`) || (table !== null && made.has(`table:${table}`)),
  )
  if (own.length > 0) await database.query(own.map(setSequence).join('; '))
}
