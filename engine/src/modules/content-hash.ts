import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** sha256 in hex, of texts in order; a separator keeps `ab,c` from being `a,bc`. */
export function hashTexts(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

/** Hash of a file's content; undefined when it is not there. */
export function hashFile(path: string): string | undefined {
  try {
    return hashTexts(readFileSync(path, 'latin1'))
  } catch {
    return undefined
  }
}
