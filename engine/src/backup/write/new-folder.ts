import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TrueupError } from '../../errors/trueup-error.ts'
import { dataFolder, partialEnding } from '../format/layout.ts'
import { writingFailed } from './backup-file.ts'

/**
 * Fills a new folder under a name that says it is not whole, and gives it its name when all of it is on the disk.
 * When the work fails nothing is left; when the process is killed, what is left is called `.partial`.
 */
export async function fillNewFolder<Result>(
  folder: string,
  fill: (partial: string) => Promise<Result>,
): Promise<Result> {
  const partial = folder + partialEnding
  makeFolder(folder, partial)
  try {
    const result = await fill(partial)
    for (const each of [join(partial, dataFolder), partial]) await flushFolder(each)
    renameSync(partial, folder)
    await flushFolder(dirname(folder))
    return result
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error
  }
}

function makeFolder(folder: string, partial: string): void {
  for (const each of [folder, partial])
    if (existsSync(each)) throw new TrueupError('BACKUP-EXISTS', { folder: each })
  try {
    const parent = dirname(folder)
    if (!existsSync(parent)) {
      mkdirSync(parent, { recursive: true, mode: 0o700 })
      writeFileSync(join(parent, '.gitignore'), '*\n') // rows of a database have no place in a repository
    }
    mkdirSync(partial, { mode: 0o700 })
    mkdirSync(join(partial, dataFolder), { mode: 0o700 })
  } catch (error) {
    throw writingFailed(folder, error)
  }
}

/** Names are on the disk when their folder is; some systems have no such call for folders. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
