import { resolve } from 'node:path'
import { loadModule } from '../modules/load-module.ts'
import { findProject } from './find-project.ts'

/** Runs a TypeScript file as a program, compiled at most once per content: Node 20 cannot read it by itself. */
export async function runModule(file: string, workingFolder: string): Promise<void> {
  const { cache } = await findProject(workingFolder, undefined)
  await loadModule(resolve(workingFolder, file), cache)
}
