import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { TrueupError } from '../../errors/trueup-error.ts'
import { decryption } from '../crypt/streams.ts'
import { encryptedEnding } from '../format/layout.ts'
import type { OpenedBackup } from './open-backup.ts'

/** The content of one of a backup's files, decrypted and unpacked as it is read. */
export function readContent({ folder, keys, manifest }: OpenedBackup, path: string): Readable {
  if (manifest.encryption && !keys) throw new TrueupError('BACKUP-PASSPHRASE-NEEDED', { folder })
  const plainPath = keys ? path.slice(0, -encryptedEnding.length) : path
  const file = createReadStream(join(folder, path), { highWaterMark: 256 * 1024 })
  const stages: Transform[] = [
    ...(keys ? [decryption(keys, path)] : []),
    ...(plainPath.endsWith('.gz') ? [createGunzip({ chunkSize: 128 * 1024 })] : []),
  ]
  // The reader of the last stage hears of every failure before it.
  return stages.reduce<Readable>((from, to) => pipeline(from, to, () => {}), file)
}

export async function readText(backup: OpenedBackup, plainPath: string): Promise<string> {
  const chunks: Buffer[] = []
  const path = backup.manifest.encryption ? plainPath + encryptedEnding : plainPath
  for await (const chunk of readContent(backup, path)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
