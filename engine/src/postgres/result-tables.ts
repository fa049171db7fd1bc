import type { ResultTable } from './database.ts'

/** Gathers the messages that answer one simple query (manual 55.2.2) into one table per statement. */
export interface TableCollector {
  row(cells: readonly (string | null)[]): void
  /** @param tag as the server sends it: `CREATE TABLE`, `SELECT 3`, `INSERT 0 1` */
  complete(tag: string): void
  readonly tables: readonly ResultTable[]
}

export function collectTables(): TableCollector {
  const tables: ResultTable[] = []
  let rows: (readonly (string | null)[])[] = []
  return {
    tables,
    row: (cells) => rows.push(cells),
    complete: (tag) => {
      const [, command = tag, affected] = /^(.*?)(?: \d+)?(?: (\d+))$/.exec(tag) ?? []
      tables.push({ command, rows, ...(writes.has(command) && { affected: Number(affected) }) })
      rows = []
    },
  }
}

const writes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
