import type { BackupEvent, BackupObserver } from '../backup/events.ts'
import { finishingText, progressText } from '../report/terminal/backup.ts'
import type { CommandContext } from './command.ts'

const refreshMs = 200

/** Keeps the status line of a backup or restore up to date. */
export function watchBackup({ terminal, texts, language }: CommandContext): BackupObserver {
  const started = performance.now()
  const sums = { tables: 0, done: 0, rows: 0, bytes: 0, statements: 0, made: 0 }
  let shown = 0
  return (event) => {
    count(event, sums)
    const now = performance.now()
    if (now - shown < refreshMs) return
    shown = now
    const seconds = (now - started) / 1000
    const text = sums.statements > 0 ? finishingText : progressText
    terminal.status(() => text(sums, seconds, language, texts))
  }
}

function count(
  event: BackupEvent,
  sums: Record<'tables' | 'done' | 'rows' | 'bytes' | 'statements' | 'made', number>,
) {
  switch (event.kind) {
    case 'started':
      sums.tables = event.tables
      return
    case 'copied':
      sums.bytes += event.bytes
      return
    case 'table-finished':
      sums.done += 1
      sums.rows += event.rows
      return
    case 'finishing':
      sums.statements = event.statements
      return
    case 'statement-finished':
      sums.made += 1
  }
}
