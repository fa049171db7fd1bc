import { resolve } from 'node:path'
import { loadDesired } from '../sources/desired.ts'
import { closeScratch } from '../sources/scratch/with-scratch.ts'
import { readyMadeAmong } from '../sources/source-kind.ts'
import { findProject } from './find-project.ts'
import { projectSources } from './sources.ts'

/** Does the slow work of a first run ahead of time: the seed of the embedded database, the catalog of the models. */
export async function warmCache(folder: string): Promise<void> {
  const project = await findProject(resolve(folder), undefined)
  const sources = projectSources(project, undefined)
  if (sources.length === 0 || readyMadeAmong(sources)) return
  await loadDesired(sources, { ...project, asOf: new Date() }).finally(closeScratch)
}
