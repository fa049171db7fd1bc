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

/** Bytes held before they are sent: large enough for few round trips, small beside the process. */
const fullAt = 8_000_000

export function openCopies(database: Database): Copies {
  const counts = Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>
  let load: Load = new Map()
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
      const pages = load.get(table) ?? []
      load.set(table, pages)
      held += append(pages, copyLine(cells()))
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

/** Lines as the bytes that are sent: as one long string they would keep the garbage collector busy for a third of the time. */
type Load = Map<TableName, Page[]>

interface Page {
  readonly bytes: Buffer
  used: number
}

const pageBytes = 262_144
const mostBytesOfUnit = 3

/** Gives how many bytes the line has. */
function append(pages: Page[], line: string): number {
  const most = line.length * mostBytesOfUnit
  let page = pages.at(-1)
  if (page === undefined || page.used + most > page.bytes.length) {
    page = { bytes: Buffer.allocUnsafeSlow(Math.max(pageBytes, most)), used: 0 }
    pages.push(page)
  }
  const written = page.bytes.write(line, page.used)
  page.used += written
  return written
}

async function copy(database: Database, load: Load): Promise<void> {
  for (const table of tableNames) {
    const pages = load.get(table)
    if (pages === undefined) continue
    const columns = tables[table].replaceAll(' ', ', ')
    await database.copyIn(`COPY ${table} (${columns}) FROM STDIN`, filled(pages))
  }
}

async function* filled(pages: readonly Page[]): AsyncIterable<Uint8Array> {
  for (const { bytes, used } of pages) yield bytes.subarray(0, used)
}
