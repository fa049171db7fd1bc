import { join } from 'node:path'
import type { Manifest } from '../backup/format/manifest.ts'
import { releasePin } from '../backup/keep/pin.ts'
import { makeBackup } from '../backup/write/make-backup.ts'
import type { Database } from '../postgres/database.ts'
import { backupLines } from '../report/terminal/backup.ts'
import { backupName, backupPassphrase, backupsFolder, connections } from './backup-options.ts'
import type { CommandContext } from './command.ts'
import type { Target } from './target.ts'
import { version } from './version.ts'
import { watchBackup } from './watch-backup.ts'

/** Tables that a run is about to change for good, and the run's token, which its backup is pinned to. */
export interface Endangered {
  readonly tables: readonly string[]
  readonly run: string
}

/**
 * Copies these tables before anything of theirs is lost. The copy stays until the run needs it no more (releasePin);
 * where it cannot be made, the run must not begin. Fails as `makeBackup` does.
 */
export async function backUpLosses(
  { tables, run }: Endangered,
  target: Target,
  database: Database,
  context: CommandContext,
): Promise<Manifest> {
  const { terminal, texts, language, now, signal } = context
  const folder = join(backupsFolder(context, target.project), `${backupName(target, now)}-${run.slice(0, 8)}`)
  terminal.note(texts.caution.backingUp({ tables: [...tables] }))
  const started = performance.now()
  const manifest = await makeBackup({
    ...sessions(target, database, context),
    folder,
    scope: { tables, schemas: [] },
    environment: target.environment,
    version,
    now,
    passphrase: backupPassphrase(context, target.project),
    pin: { run },
    observe: watchBackup(context),
    signal,
  })
  const milliseconds = performance.now() - started
  for (const line of backupLines({ folder, manifest, removed: [] }, milliseconds, language, texts))
    terminal.note(line)
  return manifest
}

/** For a run that did not take place: retention may have its backup. */
export async function releaseLosses(run: string, target: Target, context: CommandContext): Promise<void> {
  await releasePin(backupsFolder(context, target.project), run)
}

/** An embedded database has one session, and the run has it. */
function sessions(target: Target, database: Database, context: CommandContext) {
  if (target.database.kind === 'url')
    return { connect: () => target.connect(), connections: connections(context.flags) }
  return { connect: async () => ({ ...database, close: async () => {} }), connections: 1 }
}
