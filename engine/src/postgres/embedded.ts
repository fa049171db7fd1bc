import type { PGlite } from '@electric-sql/pglite'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Database, ResultTable } from './database.ts'
import { clearUnfinished, folderError, makeInFolder, prepareFolder } from './embedded/embedded-folder.ts'
import { lockFolder } from './embedded/folder-lock.ts'
import { type EmbeddedPlace, startPglite, stopped } from './embedded/pglite-start.ts'
import { profiles } from './profile.ts'
import { readDatabaseError } from './read-database-error.ts'
import { collectTables } from './result-tables.ts'

export interface EmbeddedOptions {
  /** A folder for what makes the next start fast. */
  readonly cache?: string | undefined
}

export interface FolderOptions extends EmbeddedOptions {
  /** Named to others who find the folder in use. */
  readonly command: string
}

/** A PGlite instance and what gives it back; an open one keeps the process alive. */
export interface OpenedPglite {
  readonly pglite: PGlite
  close(): Promise<void>
}

/** An empty PostgreSQL in memory. */
export async function openInMemory(options: EmbeddedOptions = {}): Promise<Database> {
  const place: EmbeddedPlace = { kind: 'memory' }
  const pglite = await startPglite(place, options.cache)
  return asDatabase({ pglite, close: () => pglite.close() }, place)
}

/**
 * The PostgreSQL that lives in a folder, made where there is none, locked for this process until it is closed.
 * What it acknowledged survives the end of the process at any moment; losing power may cost the last seconds,
 * because PGlite does not flush to the disk.
 */
export async function openEmbedded(folder: string, options: FolderOptions): Promise<Database> {
  return asDatabase(await openPglite(folder, options), { kind: 'folder', folder })
}

/** As `openEmbedded`, for those who need PGlite itself, such as an application's query builder. */
export async function openPglite(folder: string, options: FolderOptions): Promise<OpenedPglite> {
  await prepareFolder(folder) // a folder that is refused must not get a lock file
  const lock = await lockFolder(folder, options.command).catch((error) => {
    throw error instanceof TrueupError ? error : folderError(folder, error)
  })
  try {
    await clearUnfinished(folder)
    const content = await prepareFolder(folder)
    const place: EmbeddedPlace = { kind: 'folder', folder }
    const pglite =
      content === 'database'
        ? await startPglite(place)
        : await makeInFolder(folder, () => startPglite(place, options.cache))
    return { pglite, close: () => pglite.close().finally(() => lock.release()) }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function asDatabase(opened: OpenedPglite, place: EmbeddedPlace): Promise<Database> {
  const { protocol } = await import('@electric-sql/pglite')
  let closing: Promise<void> | undefined
  const query = async (sql: string): Promise<readonly ResultTable[]> => {
    const message = protocol.serialize.query(sql)
    const messages = await opened.pglite
      .execProtocolStream(message, { throwOnError: false })
      .catch((error) => {
        throw stopped(place, error)
      })
    return readTables(messages, place)
  }
  const version = await query('SHOW server_version_num')
  return {
    profile: profiles.embedded,
    place,
    serverVersion: Number(version[0]?.rows[0]?.[0]),
    query,
    cancel: async () => {}, // its one backend runs in this thread: nobody could be asking
    close: () => {
      closing ??= opened.close()
      return closing
    },
  }
}

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

function readTables(messages: Messages, place: EmbeddedPlace): readonly ResultTable[] {
  const collector = collectTables()
  for (const message of messages) {
    const refusal = readDatabaseError(message, { place, completed: collector.tables.length })
    if (refusal) throw refusal
    if (message.name === 'dataRow')
      collector.row((message as unknown as { fields: (string | null)[] }).fields)
    if (message.name === 'commandComplete') collector.complete((message as unknown as { text: string }).text)
  }
  return collector.tables
}
