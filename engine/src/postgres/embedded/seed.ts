import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgliteVersion } from './pglite-version.ts'
import { withoutTemplates } from './without-templates.ts'

export type SeedKind = 'whole' | 'without-templates'

/**
 * A new database as a tar file, made once per version of PGlite: initdb takes 4 s, loading its result takes 1 s.
 * A cache that cannot be read or written only costs time, so its failures are silent.
 */
export async function obtainSeed(cache: string, kind: SeedKind): Promise<Blob> {
  const file = seedFile(cache, kind)
  const kept = await readWhole(file)
  if (kept) return new Blob([kept])
  if (kind === 'without-templates') {
    const whole = await obtainSeed(cache, 'whole')
    const seed = new Blob([withoutTemplates(Buffer.from(await whole.arrayBuffer()))])
    await keep(file, seed)
    return seed
  }
  const fresh = await PGlite.create()
  try {
    await fresh.exec('CHECKPOINT')
    const seed = await fresh.dumpDataDir('none')
    await keep(file, seed)
    return seed
  } finally {
    await fresh.close()
  }
}

export async function removeSeeds(cache: string): Promise<void> {
  const files = [seedFile(cache, 'whole'), seedFile(cache, 'without-templates')]
  await Promise.all(files.map((file) => rm(file, { force: true }).catch(() => {})))
}

function seedFile(cache: string, kind: SeedKind): string {
  return join(cache, `pglite-${pgliteVersion()}${kind === 'whole' ? '' : `-${kind}`}.tar`)
}

/** A whole tar file ends with an empty block of 512 bytes (POSIX pax, ustar format). */
async function readWhole(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  const isWhole =
    bytes &&
    bytes.length > 512 &&
    bytes.length % 512 === 0 &&
    bytes.subarray(-512).every((byte) => byte === 0)
  return isWhole ? bytes : undefined
}

async function keep(file: string, seed: Blob): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(draft, Buffer.from(await seed.arrayBuffer()))
    await rename(draft, file)
  } catch {
    await rm(draft, { force: true }).catch(() => {})
  }
}
