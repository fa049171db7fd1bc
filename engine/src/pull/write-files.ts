import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { TrueupError } from '../errors/trueup-error.ts'
import { writeAtomically } from '../modules/write-atomically.ts'
import type { PullTarget } from './pull-target.ts'
import { type PulledFile, scriptBeside } from './pulled-files.ts'
import { writtenByPull } from './script/script-text.ts'

export interface WrittenFiles {
  /** Relative to the working folder, as the user would name them. */
  readonly written: readonly string[]
  /** Scripts of an earlier pull that this one has no more use for. */
  readonly removed: readonly string[]
}

/**
 * Writes a pull's files where the user stands. Refuses to overwrite any unless `force`; with it, scripts that an
 * earlier pull wrote to the same place and this one did not are removed, and nothing else is touched.
 */
export function writeFiles(
  files: readonly PulledFile[],
  target: PullTarget,
  { folder, force }: { readonly folder: string; readonly force: boolean },
): WrittenFiles {
  const base = target.form === 'folder' ? target.path : ''
  const wanted = files.map(({ path, text }) => ({ path: join(base, path), text }))
  const stale = earlierScripts(target, folder).filter((path) => wanted.every((file) => file.path !== path))
  const inTheWay = [
    ...wanted.map(({ path }) => path).filter((path) => existsSync(resolve(folder, path))),
    ...stale,
  ]
  if (inTheWay.length > 0 && !force) throw new TrueupError('PULL-EXISTS', { files: inTheWay })
  for (const { path, text } of wanted) write(path, () => writeAtomically(resolve(folder, path), text))
  for (const path of stale) write(path, () => rmSync(resolve(folder, path)))
  return { written: wanted.map(({ path }) => path), removed: stale }
}

/** Scripts where this pull writes its own, by the words that every one of them begins with. */
function earlierScripts({ form, path }: PullTarget, folder: string): string[] {
  if (form === 'models') return [scriptBeside(path)].filter((file) => isOurs(resolve(folder, file)))
  if (form !== 'folder' || !existsSync(resolve(folder, path))) return []
  return readdirSync(resolve(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isOurs)
    .map((file) => relative(folder, file))
}

function isOurs(file: string): boolean {
  return (
    existsSync(file) &&
    statSync(file).isFile() &&
    readFileSync(file, 'utf8').startsWith(`-- ${writtenByPull}`)
  )
}

function write(file: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new TrueupError('PULL-WRITE', { file, reason: (error as Error).message }, { cause: error })
  }
}
