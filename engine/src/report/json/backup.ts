import type { Manifest } from '../../backup/format/manifest.ts'
import type { ListedBackup } from '../../backup/read/list-backups.ts'
import type { Restoration } from '../../backup/restore/restore-backup.ts'

interface Summarised {
  readonly folder: string
  readonly manifest: Manifest
}

export function backupJson(
  made: Summarised & { readonly removed: readonly string[] },
  milliseconds: number,
): string {
  const { leftOut } = made.manifest
  return text({ command: 'backup', ...summary(made), leftOut, removed: made.removed, milliseconds })
}

export function verifiedBackupJson(backup: Summarised, milliseconds: number): string {
  return text({ command: 'backup verify', ...summary(backup), intact: true, milliseconds })
}

export function listedBackupsJson(folder: string, backups: readonly ListedBackup[]): string {
  const listed = backups.map((backup) =>
    backup.kind === 'complete'
      ? { kind: backup.kind, ...summary(backup), pinned: backup.pinned }
      : { kind: backup.kind, folder: backup.folder },
  )
  return text({ command: 'backup list', folder, backups: listed })
}

export function restorationJson(
  { tables, withoutPrivileges }: Restoration,
  target: { readonly environment: string; readonly place: Manifest['place'] },
  milliseconds: number,
): string {
  const { environment, place } = target
  const restored = tables.map(({ table, rows }) => ({ table, rows }))
  return text({ command: 'restore', environment, place, tables: restored, withoutPrivileges, milliseconds })
}

function summary({ folder, manifest }: Summarised) {
  const { created, environment, place, serverVersion, scope, pin, encryption } = manifest
  const tables = manifest.tables.map(({ table, rows }) => ({ table, rows }))
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  return {
    folder,
    created,
    environment,
    place,
    serverVersion,
    scope,
    pin,
    encrypted: encryption !== null,
    tables,
    bytes,
  }
}

function text(value: Readonly<Record<string, unknown>>): string {
  const { milliseconds } = value
  const rounded = typeof milliseconds === 'number' ? { milliseconds: Math.round(milliseconds) } : {}
  return JSON.stringify({ ...value, ...rounded }, null, 2)
}
