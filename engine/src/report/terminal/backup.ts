import type { LeftOut, Manifest } from '../../backup/format/manifest.ts'
import type { ListedBackup } from '../../backup/read/list-backups.ts'
import type { Restoration } from '../../backup/restore/restore-backup.ts'
import { nameOf } from '../../catalog/identify.ts'
import type { Language, Messages } from '../../messages/catalogue.ts'
import { placeText } from './place.ts'

export interface Progress {
  readonly tables: number
  readonly done: number
  readonly rows: number
  readonly bytes: number
  readonly statements: number
  readonly made: number
}

export function progressText(sums: Progress, seconds: number, language: Language, texts: Messages): string {
  const { tables, done } = sums
  return texts.backup.progress({ tables, done, ...figures(sums, seconds, language) })
}

export function finishingText(sums: Progress, seconds: number, _: Language, texts: Messages): string {
  return texts.backup.indexing({ done: sums.made, statements: sums.statements, seconds: seconds.toFixed(1) })
}

export function backupLines(
  made: { readonly folder: string; readonly manifest: Manifest; readonly removed: readonly string[] },
  milliseconds: number,
  language: Language,
  texts: Messages,
): string[] {
  const { folder, manifest, removed } = made
  return [
    ...manifest.leftOut.map((each) => leftOutText(each, texts)),
    texts.backup.made({ folder, ...totals(manifest, milliseconds / 1000, language) }),
    ...(manifest.encryption ? [texts.backup.encrypted()] : []),
    ...removed.map((each) => texts.backup.removed({ folder: each })),
  ]
}

export function verifiedLines(
  {
    folder,
    manifest,
    keys,
  }: { readonly folder: string; readonly manifest: Manifest; readonly keys: unknown },
  milliseconds: number,
  language: Language,
  texts: Messages,
): string[] {
  const files = manifest.files.length
  return [
    texts.backup.verified({ folder, files, ...totals(manifest, milliseconds / 1000, language) }),
    ...(manifest.encryption && !keys ? [texts.backup.bytesOnly()] : []),
  ]
}

export function listedLines(backup: ListedBackup, language: Language, texts: Messages): string[] {
  if (backup.kind !== 'complete') return [texts.backup[backup.kind]({ folder: backup.folder })]
  const { created, environment, place, scope, encryption, pin } = backup.manifest
  const { tables, rows, bytes } = totals(backup.manifest, 0, language)
  const database = placeText(place, texts)
  const marks = [
    ...(scope ? [texts.backup.chosenTables()] : []),
    ...(encryption ? [texts.backup.isEncrypted()] : []),
    ...(pin && backup.pinned ? [texts.backup.pinned(pin)] : []),
  ]
  const line = texts.backup.listed({ created: readable(created), environment, database, tables, rows, bytes })
  return [[line, ...marks].join(', '), `  ${backup.folder}`]
}

export function restoringLine(manifest: Manifest, to: Manifest['place'], texts: Messages): string {
  const from = placeText(manifest.place, texts)
  return texts.backup.restoring({ created: readable(manifest.created), from, to: placeText(to, texts) })
}

export function restoredLines(
  { tables, withoutPrivileges }: Restoration,
  milliseconds: number,
  language: Language,
  texts: Messages,
): string[] {
  const names = withoutPrivileges.slice(0, 5).map(nameOf).join(', ')
  return [
    texts.backup.restored(totals({ tables, files: [] }, milliseconds / 1000, language)),
    ...(withoutPrivileges.length > 0
      ? [texts.backup.withoutPrivileges({ objects: withoutPrivileges.length, names })]
      : []),
  ]
}

function leftOutText({ object, reason }: LeftOut, texts: Messages): string {
  return texts.backup.leftOut[reason]({ object })
}

function totals({ tables, files }: Pick<Manifest, 'tables' | 'files'>, seconds: number, language: Language) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { tables: tables.length, ...figures({ rows, bytes }, seconds, language) }
}

function figures(
  { rows, bytes }: { readonly rows: number; readonly bytes: number },
  seconds: number,
  language: Language,
) {
  return { rows: rows.toLocaleString(language), bytes, seconds: seconds.toFixed(1) }
}

/** `2026-11-22 18:05:12 UTC` */
function readable(created: string): string {
  return `${created.slice(0, 19).replace('T', ' ')} UTC`
}
