import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const repository = join(import.meta.dirname, '..', '..')

/** Files under a folder, by paths from the repository's top; without what is installed, built or made by running. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return /^(node_modules|dist(-.*)?|\..*)$/.test(entry.name) ? [] : filesUnder(path)
    return entry.isFile() ? [path] : []
  })
}

export function contentOf(path: string): string {
  return readFileSync(join(repository, path), 'utf8')
}

export function isProgram(path: string): boolean {
  return /\.[jt]s$/.test(path)
}

/** Tests, and what only they use, beside the code they test. */
export function isForTests(path: string): boolean {
  return /\.test(-support)?\.ts$/.test(path) || /^(engine|backend)\/test\//.test(path)
}

/** The code of a file: comments may speak of what the code must not do. */
export function withoutComments(code: string): string {
  return code.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$|(?<=\s)\/\/ .*$/gm, '')
}

export function folderOf(path: string, root: string): string {
  return relative(root, path).split('/')[0] ?? ''
}
