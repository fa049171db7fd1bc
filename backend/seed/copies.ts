import type { Database } from 'trueup'
import { type Cell, copyLine } from './copy-text.ts'
import { type TableName, tableNames, tables } from './tables.ts'

/** Rows on their way into the database, table by table in the order of the foreign keys. */
export interface Copies {
  write(table: TableName, cells: () => readonly Cell[]): void
  isFull(): boolean
  /** Sends what is held. Resolves when the load before it has arrived: while one is copied, the next is made. */
  send(): Promise<void>
  total(): number
  finish(): Promise<Readonly<Record<TableName, number>>>
}

/** Characters held before they are sent: large enough for few round trips, small beside the process. */
const fullAt = 8_000_000

export function openCopies(database: Database): Copies {
  const counts = Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>
  let load = new Map<TableName, string>()
  let held = 0
  let sending: Promise<void> = Promise.resolve()
  const send = async () => {
    const next = load
    load = new Map()
    held = 0
    await sending
    sending = copy(database, next)
    sending.catch(() => {}) // told by the next await
  }
  return {
    write(table, cells) {
      const line = copyLine(cells())
      load.set(table, (load.get(table) ?? '') + line)
      held += line.length
      counts[table] += 1
    },
    isFull: () => held >= fullAt,
    send,
    total: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
    async finish() {
      await send()
      await sending
      return counts
    },
  }
}

async function copy(database: Database, load: ReadonlyMap<TableName, string>): Promise<void> {
  for (const table of tableNames) {
    const lines = load.get(table)
    if (lines === undefined) continue
    const columns = tables[table].replaceAll(' ', ', ')
    await database.copyIn(`COPY ${table} (${columns}) FROM STDIN`, blocks(lines))
  }
}

/** Not all at once: the driver would hold a second copy of it. */
async function* blocks(lines: string): AsyncIterable<Uint8Array> {
  for (let from = 0; from < lines.length; from += blockLength)
    yield Buffer.from(lines.slice(from, from + blockLength), 'utf8')
}

/** Splits nothing: letters outside the first plane are two of these, and none is used. */
const blockLength = 262_144
