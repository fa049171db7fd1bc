import { TrueupError } from '../../errors/trueup-error.ts'
import type { Database } from '../../postgres/database.ts'
import type { BackupObserver } from '../events.ts'
import { copySettings } from '../format/copy-settings.ts'
import type { TableEntry } from '../format/manifest.ts'
import type { OpenedBackup } from '../read/open-backup.ts'
import { readContent } from '../read/read-part.ts'
import { runOnAll } from '../run-on-all.ts'

/** Loads tables, the largest first, each in one transaction: all its rows or none. Gives the tables that are done. */
export async function loadTables(
  tables: readonly TableEntry[],
  backup: OpenedBackup,
  sessions: readonly Database[],
  observe: BackupObserver,
): Promise<void> {
  const size = ({ parts }: TableEntry) => parts.reduce((sum, part) => sum + part.bytes, 0)
  const waiting = tables.filter(({ rows }) => rows > 0).toSorted((a, b) => size(a) - size(b))
  await runOnAll(sessions, async (session, stopped) => {
    for (let table = waiting.pop(); table && !stopped(); table = waiting.pop())
      await loadTable(table, backup, session, observe)
  })
}

async function loadTable(
  entry: TableEntry,
  backup: OpenedBackup,
  session: Database,
  observe: BackupObserver,
): Promise<void> {
  const { table, through, columns, parts, rows } = entry
  const list = columns.length > 0 ? ` (${columns.join(', ')})` : ''
  // Rows are frozen when a new table gets them: nobody will have to write them again to say that they are old.
  const [empty, how] = through ? [[], ''] : [[`TRUNCATE ONLY ${table}`], ' WITH (FREEZE)']
  await session.query(['BEGIN', ...copySettings, 'SET LOCAL synchronous_commit = off', ...empty].join('; '))
  for (const part of parts) {
    const content = watched(readContent(backup, part.file), (bytes) => observe({ kind: 'copied', bytes }))
    const found = await session.copyIn(`COPY ${through ?? table}${list} FROM STDIN${how}`, content)
    if (found !== part.rows) throw new TrueupError('RESTORE-COUNT', { table, expected: part.rows, found })
  }
  await session.query('COMMIT')
  observe({ kind: 'table-finished', table, rows })
}

async function* watched(source: AsyncIterable<Uint8Array>, observe: (bytes: number) => void) {
  for await (const bytes of source) {
    yield bytes
    observe(bytes.length)
  }
}
