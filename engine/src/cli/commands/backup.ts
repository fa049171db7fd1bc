import { join } from 'node:path'
import type { Scope } from '../../backup/format/manifest.ts'
import { removeOldBackups } from '../../backup/keep/retention.ts'
import { makeBackup } from '../../backup/write/make-backup.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { readParkedHere } from '../../journal/parked.ts'
import type { Database } from '../../postgres/database.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { backupJson } from '../../report/json/backup.ts'
import { backupLines } from '../../report/terminal/backup.ts'
import {
  backupName,
  backupPassphrase,
  backupsFolder,
  connections,
  nameList,
  numberOf,
} from '../backup-options.ts'
import type { Command } from '../command.ts'
import type { Flags } from '../flags.ts'
import { findTarget, type Target, withDiagnosis } from '../target.ts'
import { version } from '../version.ts'
import { watchBackup } from '../watch-backup.ts'

export const backup: Command = {
  flags: [
    ...(['database', 'env', 'config', 'to', 'tables', 'schemas', 'connections', 'passphrase-file'] as const),
    ...(['keep', 'keep-days', 'json'] as const),
  ],
  async run(context) {
    const { flags, terminal, texts, language, workingFolder, now, signal } = context
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'backup')
    const retention = { count: numberOf(flags, 'keep'), days: numberOf(flags, 'keep-days') }
    const parent = backupsFolder(context, project)
    const folder = join(parent, backupName(target, now))
    const started = performance.now()
    const connect = await connectorFor(target)
    const manifest = await withDiagnosis(() =>
      makeBackup({
        connect,
        folder,
        scope: scope(flags),
        connections: connections(flags),
        environment: target.environment,
        version,
        now,
        passphrase: backupPassphrase(context, project),
        readParked: async (database) => (await readParkedHere(database)).map(({ object }) => object),
        observe: watchBackup(context),
        signal,
      }),
    )
    const removed = await removeOldBackups(parent, manifest, retention, now)
    const made = { folder, manifest, removed }
    const milliseconds = performance.now() - started
    if (flags.json) terminal.out(backupJson(made, milliseconds))
    else for (const line of backupLines(made, milliseconds, language, texts)) terminal.out(line)
    return exitCodes.ok
  },
}

/** An embedded database must be told of its extensions when it starts, and only it knows them. */
async function connectorFor(target: Target): Promise<() => Promise<Database>> {
  if (target.database.kind === 'url') return () => target.connect()
  const [extensions] = await withDatabase(
    () => target.connect(),
    (database) => database.query(`SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'`),
  )
  return () => target.connect(extensions?.rows.map(([name]) => name ?? ''))
}

function scope(flags: Flags): Scope | null {
  const [tables, schemas] = [nameList(flags.tables), nameList(flags.schemas)]
  return tables || schemas ? { tables: tables ?? [], schemas: schemas ?? [] } : null
}
