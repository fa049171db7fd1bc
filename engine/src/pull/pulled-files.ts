import type { Catalog } from '../catalog/catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import { savedCatalog } from '../catalog/json.ts'
import type { CatalogDetails } from '../sources/database/details/details.ts'
import { pullModels } from './pull-models.ts'
import type { PullTarget } from './pull-target.ts'
import { catalogBlocks } from './script/blocks.ts'
import { type PulledFile, scriptFiles } from './script/script-files.ts'
import { scriptText } from './script/script-text.ts'

export type { PulledFile }

export interface PullInput {
  readonly catalog: Catalog
  readonly details: CatalogDetails
  /** The moment for which partitions by calendar are worked out. */
  readonly asOf: Date
}

/** A database as the files that were asked for; paths as the target's, in a folder relative to it. */
export function pulledFiles(input: PullInput, { form, path }: PullTarget): PulledFile[] {
  const { catalog } = input
  switch (form) {
    case 'models':
      return modelFiles(input, path)
    case 'script':
      return [{ path, text: scriptText(catalogBlocks(catalog)) }]
    case 'folder':
      return scriptFiles(catalogBlocks(catalog), indexCatalog(catalog))
    case 'catalog':
      return [{ path, text: `${JSON.stringify(savedCatalog(catalog), null, 2)}\n` }]
  }
}

/** The module, and beside it a script of the same name for what models have no words for. */
function modelFiles({ catalog, details, asOf }: PullInput, path: string): PulledFile[] {
  const { module, blocks } = pullModels(catalog, details, asOf)
  return [
    ...(module === '' ? [] : [{ path, text: module }]),
    ...(blocks.length === 0 ? [] : [{ path: scriptBeside(path), text: scriptText(blocks) }]),
  ]
}

export function scriptBeside(path: string): string {
  return path.replace(/\.m?ts$/, '.sql')
}
