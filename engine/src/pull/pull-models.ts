import type { Catalog } from '../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Action, action } from '../plan/action.ts'
import { createObjects } from '../plan/create-objects.ts'
import { commentStatements } from '../plan/kinds/comments.ts'
import type { CatalogDetails } from '../sources/database/details/details.ts'
import { writeModule } from './models/write-module.ts'
import { type Block, blocksOf, commentOnPublic, withoutPublic } from './script/blocks.ts'

/** A database as models: a module, and in SQL what a module cannot say. Together they are the whole. */
export interface PulledModels {
  /** Empty where there is nothing that models have words for. */
  readonly module: string
  readonly blocks: readonly Block[]
}

export function pullModels(catalog: Catalog, details: CatalogDetails, asOf: Date): PulledModels {
  const { text, says, additions } = writeModule(catalog, details, asOf)
  const index = indexCatalog(catalog)
  const rest = withoutPublic([...catalog.objects.keys()].filter((id) => !says.has(id)))
  const actions = [
    ...createObjects(rest, index),
    ...commentOnPublic(index),
    ...additions,
    ...partComments(says, index),
  ]
  return { module: text, blocks: blocksOf(actions, index) }
}

/** Comments on what is no object itself: columns of views, indexes behind keys, NOT NULL, sequences of identities. */
function partComments(says: ReadonlySet<ObjectId>, index: CatalogIndex): Action[] {
  return [...says].flatMap((id) => {
    const object = index.get(id)
    const comments = object ? commentStatements({ ...object, comment: null }) : []
    return comments.map((sql) => action('comment', id, sql, {}))
  })
}
