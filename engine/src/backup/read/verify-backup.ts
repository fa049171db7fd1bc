import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { FileEntry, PartEntry } from '../format/manifest.ts'
import type { Damage } from './damage.ts'
import type { OpenedBackup } from './open-backup.ts'
import { readContent } from './read-part.ts'

export type Depth =
  /** The bytes are those that were written. */
  | 'checksums'
  /** They can also be decrypted and unpacked, and hold as many rows as were counted; without the key, as far as possible. */
  | 'rows'

/** Proves every file of a backup, without a server; fails with BACKUP-DAMAGED, which names each file that is not right. */
export async function verifyBackup(
  backup: OpenedBackup,
  depth: Depth,
  onBytes: (bytes: number) => void = () => {},
): Promise<void> {
  const { folder, manifest } = backup
  const damages: Damage[] = []
  for (const file of manifest.files) {
    const damage = await findDamage(file, folder, onBytes)
    if (damage) damages.push(damage)
  }
  const intact = (part: PartEntry) => !damages.some(({ path }) => path === part.file)
  if (depth === 'rows' && (backup.keys || !manifest.encryption))
    for (const part of manifest.tables.flatMap(({ parts }) => parts).filter(intact)) {
      const damage = await findWrongRows(part, backup)
      if (damage) damages.push(damage)
    }
  if (damages.length > 0) throw new TrueupError('BACKUP-DAMAGED', { folder, damages })
}

async function findDamage(
  { path, bytes, sha256 }: FileEntry,
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<Damage | undefined> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of createReadStream(join(folder, path), { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Buffer)
      size += (chunk as Buffer).length
      onBytes((chunk as Buffer).length)
    }
  } catch (error) {
    return { path, problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' }
  }
  if (size !== bytes) return { path, problem: 'size' }
  return hash.digest('hex') === sha256 ? undefined : { path, problem: 'checksum' }
}

/** COPY ends each row with a newline and writes those within values as two characters. */
async function findWrongRows(
  { file, rows, bytes }: PartEntry,
  backup: OpenedBackup,
): Promise<Damage | undefined> {
  let found = 0
  let size = 0
  try {
    for await (const chunk of readContent(backup, file)) {
      size += (chunk as Buffer).length
      for (let at = (chunk as Buffer).indexOf(10); at >= 0; at = (chunk as Buffer).indexOf(10, at + 1))
        found++
    }
  } catch {
    return { path: file, problem: 'unreadable' }
  }
  return found === rows && size === bytes ? undefined : { path: file, problem: 'rows' }
}
