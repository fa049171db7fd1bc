import type { Database } from '../../postgres/database.ts'
import type { BackupObserver } from '../events.ts'
import type { FileEntry, PartEntry } from '../format/manifest.ts'
import { runOnAll } from '../run-on-all.ts'
import { createBackupFile, type FilePlace } from './backup-file.ts'
import type { TablePart } from './table-parts.ts'

export interface CopiedPart {
  readonly part: TablePart
  readonly entry: PartEntry
  readonly file: FileEntry
}

/** Copies all parts, each session one after the other, the largest first. The first failure stops all sessions. */
export async function copyTables(
  parts: readonly TablePart[],
  sessions: readonly Database[],
  place: FilePlace,
  observe: BackupObserver,
): Promise<CopiedPart[]> {
  const waiting = parts.toSorted((a, b) => a.sizeBytes - b.sizeBytes)
  const copied: CopiedPart[] = []
  const finished = (done: CopiedPart) => {
    copied.push(done)
    const { table } = done.part
    if (parts.filter((part) => part.table === table).length > rowsOf(table).length) return
    observe({ kind: 'table-finished', table, rows: rowsOf(table).reduce((sum, rows) => sum + rows, 0) })
  }
  const rowsOf = (table: string) =>
    copied.filter(({ part }) => part.table === table).map(({ entry }) => entry.rows)
  await runOnAll(sessions, async (session, stopped) => {
    for (let part = waiting.pop(); part && !stopped(); part = waiting.pop())
      finished(await copyPart(part, session, place, observe))
  })
  return copied
}

async function copyPart(
  part: TablePart,
  session: Database,
  place: FilePlace,
  observe: BackupObserver,
): Promise<CopiedPart> {
  const file = createBackupFile(part.path, place)
  let bytes = 0
  try {
    const rows = await session.copyOut(part.sql, async (block) => {
      await file.write(block)
      bytes += block.length
      observe({ kind: 'copied', bytes: block.length })
    })
    return { part, entry: { file: file.path, rows, bytes }, file: await file.finish() }
  } catch (error) {
    file.abandon()
    throw error
  }
}
