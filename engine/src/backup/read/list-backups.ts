import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import { checksumsFile, manifestFile, partialEnding, releasedFile } from '../format/layout.ts'
import type { Manifest } from '../format/manifest.ts'
import { openBackup } from './open-backup.ts'

export type ListedBackup =
  | {
      readonly kind: 'complete'
      readonly folder: string
      readonly manifest: Manifest
      readonly bytes: number
      /** Must not be removed: see keep/pin.ts. */
      readonly pinned: boolean
    }
  | { readonly kind: 'partial' | 'damaged'; readonly folder: string }

/** The backups in a folder, oldest first; what else lies there is passed over. Fails with BACKUP-READ. */
export async function listBackups(parent: string): Promise<ListedBackup[]> {
  if (!existsSync(parent)) return []
  const folders = namesIn(parent)
    .map((name) => join(parent, name))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() && isBackup(folder))
  const listed: ListedBackup[] = []
  for (const folder of folders) listed.push(await look(folder))
  const time = (each: ListedBackup) => (each.kind === 'complete' ? each.manifest.created : '')
  return listed.sort((a, b) => compare(time(a), time(b)) || compare(a.folder, b.folder))
}

function namesIn(parent: string): string[] {
  try {
    return readdirSync(parent)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('BACKUP-READ', { file: parent, reason }, { cause: error })
  }
}

function isBackup(folder: string): boolean {
  return (
    folder.endsWith(partialEnding) ||
    [manifestFile, checksumsFile].some((name) => existsSync(join(folder, name)))
  )
}

async function look(folder: string): Promise<ListedBackup> {
  if (folder.endsWith(partialEnding)) return { kind: 'partial', folder }
  try {
    const { manifest } = await openBackup(folder)
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    const pinned = manifest.pin !== null && !existsSync(join(folder, releasedFile))
    return { kind: 'complete', folder, manifest, bytes, pinned }
  } catch (error) {
    if (!isTrueupError(error)) throw error
    return { kind: 'damaged', folder }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
