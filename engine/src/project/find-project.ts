import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cacheFolder } from '../modules/cache-folder.ts'
import { loadModule } from '../modules/load-module.ts'
import type { ProjectConfig } from './project-config.ts'

export interface Project {
  /** Relative paths and `.env` files are found from here. */
  readonly root: string
  readonly cache: string
  readonly config: ProjectConfig
  readonly configFile: string | undefined
}

/** The config file here or in a folder above; a project without one lives on flags alone. */
export async function findProject(workingFolder: string, configFlag: string | undefined): Promise<Project> {
  const configFile =
    configFlag === undefined ? findUpwards(workingFolder) : resolve(workingFolder, configFlag)
  const root = configFile === undefined ? workingFolder : dirname(configFile)
  const cache = cacheFolder(root)
  const config =
    configFile === undefined ? {} : ((await loadModule(configFile, cache))['default'] as ProjectConfig)
  return { root, cache, config: config ?? {}, configFile }
}

const fileNames = ['trueup.config.ts', 'trueup.config.mts', 'trueup.config.js', 'trueup.config.mjs']

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = fileNames.map((name) => join(folder, name)).find((path) => existsSync(path))
    if (found) return found
    if (folder === dirname(folder)) return undefined
  }
}
