import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { BackupKeys } from '../crypt/keys.ts'
import { encryption } from '../crypt/streams.ts'
import { encryptedEnding } from '../format/layout.ts'
import type { FileEntry } from '../format/manifest.ts'

export interface BackupFile {
  /** As it will be called in the manifest. */
  readonly path: string
  /** Resolves when more can be taken. */
  write(bytes: Uint8Array): Promise<void>
  /** Resolves once the bytes are on the disk. */
  finish(): Promise<FileEntry>
  abandon(): void
}

export interface FilePlace {
  readonly folder: string
  readonly keys: BackupKeys | undefined
}

/** A new file on its way to the disk: compressed where its name ends in `.gz`, then encrypted, counted and hashed. */
export function createBackupFile(plainPath: string, { folder, keys }: FilePlace): BackupFile {
  const path = keys ? plainPath + encryptedEnding : plainPath
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  // With level 1 less than half of the work buys nearly the size of level 6 (bench/results/backup.md).
  const entrance = plainPath.endsWith('.gz')
    ? createGzip({ level: 1, chunkSize: buffer, ...waiting })
    : new PassThrough()
  const file = createWriteStream(join(folder, path), { flags: 'wx', flush: true, highWaterMark: buffer })
  const stages = [entrance, ...(keys ? [encryption(keys, path)] : []), meter, file]
  const written = pipeline(stages).catch((error: unknown) => {
    throw writingFailed(path, error)
  })
  written.catch(() => {}) // told by whoever writes or finishes next
  return {
    path,
    async write(chunk) {
      if (entrance.destroyed) await written
      if (!entrance.write(chunk)) await once(entrance, 'drain').catch(() => written)
    },
    async finish() {
      entrance.end()
      await written
      return { path, bytes, sha256: hash.digest('hex') }
    },
    abandon: () => void entrance.destroy(),
  }
}

const buffer = 256 * 1024
/** So much may wait to be compressed: the next rows are read meanwhile. Node takes it, its types do not know it. */
const waiting = { highWaterMark: 2 * buffer }

export function writingFailed(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code ? new TrueupError('BACKUP-WRITE', { file, reason: code }, { cause: error }) : error
}
