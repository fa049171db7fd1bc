import { createHash } from 'node:crypto'
import type { FileEntry } from './manifest.ts'

/**
 * The text of SHA256SUMS: a line for each file, the manifest too, as `sha256sum -c` reads them. It follows from the
 * manifest and its bytes, so damage to this file shows as well.
 */
export function checksumsText(files: readonly Pick<FileEntry, 'path' | 'sha256'>[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
