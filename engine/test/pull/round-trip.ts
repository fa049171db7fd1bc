import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { makePlan } from '../../src/pipeline.ts'
import type { PullTarget } from '../../src/pull/pull-target.ts'
import { type PulledFile, pulledFiles } from '../../src/pull/pulled-files.ts'
import type { CatalogDetails } from '../../src/sources/database/details/details.ts'
import { loadDesired } from '../../src/sources/desired.ts'

export const forms = ['models', 'script', 'folder', 'catalog'] as const

export interface Reading {
  readonly catalog: Catalog
  readonly details: CatalogDetails
}

/** Writes what was read in one form into a folder, and plans against it: the steps, of which there must be none. */
export async function stepsAfterPull(
  { catalog, details }: Reading,
  form: PullTarget['form'],
  folder: string,
  cache: string,
): Promise<string[]> {
  const asOf = new Date()
  const files = pulledFiles({ catalog, details, asOf }, { form, path: targetPath(form) })
  writeFiles(files, folder)
  if (files.length === 0) return [] // an empty database needs no models
  const sources = form === 'folder' ? ['.'] : files.map(({ path }) => path)
  const desired = await loadDesired(sources, { root: folder, cache, asOf })
  const planning = await makePlan(catalog, { ...desired, extent: 'whole-database' }, [], cache)
  return planning.plan.steps.map(({ sql }) => sql)
}

function targetPath(form: PullTarget['form']): string {
  switch (form) {
    case 'models':
      return 'models.ts'
    case 'script':
      return 'schema.sql'
    case 'catalog':
      return 'catalog.json'
    case 'folder':
      return ''
  }
}

function writeFiles(files: readonly PulledFile[], folder: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
