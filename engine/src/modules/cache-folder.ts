import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What can be made again at any time: compiled modules, catalogs of models, the seed of the embedded database. */
export function cacheFolder(root: string): string {
  const modules = join(root, 'node_modules')
  return existsSync(modules) ? join(modules, '.cache', 'trueup') : join(homedir(), '.cache', 'trueup')
}
