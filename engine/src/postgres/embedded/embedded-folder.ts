import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import { lockFileName } from './folder-lock.ts'

/** The major of the PostgreSQL inside PGlite; a data folder belongs to one major. */
export const embeddedMajor = '18'

/** Lies in the folder while a database is made in it: what is left by a crash is told from other people's files. */
const unfinishedMark = 'trueup.unfinished'

/** Makes the folder where it does not exist; refuses one that holds something else. Says whether it has a database. */
export async function prepareFolder(folder: string): Promise<'empty' | 'database'> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 }) // PGlite's own files are open to all
    return await examineFolder(folder)
  } catch (error) {
    throw isTrueupError(error) ? error : folderError(folder, error)
  }
}

/** What is in a folder, without touching it. One that does not exist is empty. */
export async function inspectFolder(folder: string): Promise<'empty' | 'database'> {
  try {
    return await examineFolder(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'empty'
    throw isTrueupError(error) ? error : folderError(folder, error)
  }
}

/** Empties a folder in which making a database was begun and not finished. The caller holds the lock. */
export async function clearUnfinished(folder: string): Promise<void> {
  const entries = await readdir(folder)
  if (!entries.includes(unfinishedMark)) return
  for (const entry of entries)
    if (!isOurs(entry)) await rm(join(folder, entry), { recursive: true, force: true })
}

/** Runs `make` in an empty folder so that a crash at any moment leaves either a database or nothing to keep. */
export async function makeInFolder<Made>(folder: string, make: () => Promise<Made>): Promise<Made> {
  const mark = join(folder, unfinishedMark)
  await writeFile(mark, '').catch((error) => {
    throw folderError(folder, error)
  })
  const made = await make()
  await rm(mark, { force: true })
  return made
}

async function examineFolder(folder: string): Promise<'empty' | 'database'> {
  const entries = await readdir(folder)
  if (entries.includes(unfinishedMark)) return 'empty'
  if (entries.includes('PG_VERSION')) {
    const found = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
    if (found !== embeddedMajor)
      throw new TrueupError('EMBEDDED-VERSION', { folder, found, wanted: embeddedMajor })
    return 'database'
  }
  if (entries.every(isOurs)) return 'empty'
  throw new TrueupError('EMBEDDED-NOT-A-DATABASE', { folder })
}

function isOurs(entry: string): boolean {
  return entry === unfinishedMark || entry.startsWith(lockFileName)
}

export function folderError(folder: string, error: unknown): TrueupError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  return new TrueupError('EMBEDDED-FOLDER', { folder, reason }, { cause: error })
}
