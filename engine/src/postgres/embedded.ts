import type { messages as answers, PGlite } from '@electric-sql/pglite'
import { copyDataHead } from './copy-in-query.ts'
import { copiedRows, createBlocks } from './copy-out-query.ts'
import type { Database, ResultTable, TakeBytes } from './database.ts'
import {
  type FolderOptions,
  type MemoryOptions,
  type OpenedPglite,
  openPglite,
  openPgliteInMemory,
} from './embedded/open-pglite.ts'
import { type EmbeddedPlace, stopped } from './embedded/pglite-start.ts'
import { profiles } from './profile.ts'
import { readDatabaseError } from './read-database-error.ts'
import { collectTables } from './result-tables.ts'

/** An empty PostgreSQL in memory. It must be closed: an open one keeps the process alive. */
export async function openInMemory(options: MemoryOptions = {}): Promise<Database> {
  return asDatabase(await openPgliteInMemory(options), { kind: 'memory' })
}

/**
 * The PostgreSQL that lives in a folder, made where there is none, locked for this process until it is closed.
 * What it acknowledged survives the end of the process at any moment; losing power may cost the last seconds,
 * because PGlite does not flush to the disk.
 */
export async function openEmbedded(folder: string, options: FolderOptions): Promise<Database> {
  return asDatabase(await openPglite(folder, options), { kind: 'folder', folder })
}

async function asDatabase(opened: OpenedPglite, place: EmbeddedPlace): Promise<Database> {
  const { protocol } = await import('@electric-sql/pglite')
  let broken: unknown
  let closing: Promise<void> | undefined

  const exchange = async (...parts: Uint8Array[]): Promise<Messages> => {
    if (broken) throw stopped(place, broken)
    const messages = await opened.pglite
      .execProtocolStream(Buffer.concat(parts), { throwOnError: false })
      .catch((error) => {
        broken = error
        throw stopped(place, error)
      })
    broken = messages.find(endsInstance)
    return messages
  }
  const query = async (sql: string) => readTables(await exchange(protocol.serialize.query(sql)), place)
  const copyOut = async (sql: string, take: TakeBytes) => {
    const messages = await exchange(protocol.serialize.query(sql))
    const rows = readCopiedRows(messages, place)
    for (const block of copiedBlocks(messages)) await take(block)
    return rows
  }
  // Its one backend takes a message only when it is whole: what is copied in lies in memory for a moment.
  const copyIn = async (sql: string, source: AsyncIterable<Uint8Array>) => {
    const parts: Uint8Array[] = [protocol.serialize.query(sql)]
    for await (const bytes of source) parts.push(copyDataHead(bytes.length), bytes)
    return readCopiedRows(await exchange(...parts, protocol.serialize.copyDone()), place)
  }
  const close = () => {
    closing ??= broken ? Promise.resolve(opened.abandon()) : opened.close()
    return closing
  }
  try {
    const [version] = await query('SHOW server_version_num')
    const serverVersion = Number(version?.rows[0]?.[0])
    // Its one backend runs in this thread: nobody could ask for a statement to be cancelled.
    return {
      profile: profiles.embedded,
      place,
      serverVersion,
      query,
      copyOut,
      copyIn,
      cancel: async () => {},
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>

/** After a PANIC the instance is in pieces: the next statement would run for ever, or write them down. */
function endsInstance(message: Messages[number]): boolean {
  const severity = message.name === 'error' && 'severity' in message ? message.severity : undefined
  return severity === 'PANIC' || severity === 'FATAL'
}

function readTables(messages: Messages, place: EmbeddedPlace): readonly ResultTable[] {
  const collector = collectTables()
  for (const message of messages) {
    const refusal = readDatabaseError(message, { place, completed: collector.tables.length })
    if (refusal) throw refusal
    if (isRow(message)) collector.row(message.fields)
    if (isCompletion(message)) collector.complete(message.text)
  }
  return collector.tables
}

function readCopiedRows(messages: Messages, place: EmbeddedPlace): number {
  let rows = 0
  for (const message of messages) {
    const refusal = readDatabaseError(message, { place, completed: 0 })
    if (refusal) throw refusal
    if (isCompletion(message)) rows = copiedRows(message.text)
  }
  return rows
}

function* copiedBlocks(messages: Messages): Iterable<Buffer> {
  const blocks = createBlocks()
  for (const message of messages) {
    if (!isCopyData(message)) continue
    const block = blocks.add(message.chunk)
    if (block) yield block
  }
  const rest = blocks.rest()
  if (rest) yield rest
}

function isRow(message: Messages[number]): message is answers.DataRowMessage {
  return message.name === 'dataRow'
}

function isCompletion(message: Messages[number]): message is answers.CommandCompleteMessage {
  return message.name === 'commandComplete'
}

function isCopyData(message: Messages[number]): message is answers.CopyDataMessage {
  return message.name === 'copyData'
}
