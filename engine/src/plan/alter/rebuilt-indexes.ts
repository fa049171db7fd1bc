import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ConstraintObject, IndexObject } from '../../catalog/relations.ts'
import { type Action, action } from '../action.ts'
import { copiesOf } from '../inheritance.ts'
import { commentStatements } from '../kinds/comments.ts'
import { statisticsStatements } from '../kinds/create.ts'
import type { AlterationOf } from './alteration.ts'

/**
 * A change of type builds the indexes on the column anew, which forgets their statistics targets and, in partitions,
 * their comments; before PostgreSQL 17 those of partitions get the comment of their parent instead.
 */
export function rebuiltIndexes({ from, fromIndex, toIndex }: AlterationOf<'column'>): Action[] {
  const columns = [from, ...copiesOf(from, fromIndex)]
  const rebuilt = new Set(columns.flatMap(({ id }) => fromIndex.dependentsOf(id)))
  return [...rebuilt].flatMap(({ id }): Action[] => {
    const index = toIndex.get(id)
    if (index?.kind !== 'index' && index?.kind !== 'constraint') return []
    const ready = { needs: [index.id, from.id] }
    const comments = index.attributes.attachedTo === null ? [] : ownComments(index, fromIndex)
    const statistics = index.kind === 'index' ? statisticsStatements(index) : []
    return [
      ...statistics.map((sql) => action('alter', index.id, sql, ready)),
      ...comments.map((sql) => action('comment', index.id, sql, ready)),
    ]
  })
}

function ownComments(index: IndexObject | ConstraintObject, { catalog }: CatalogIndex): string[] {
  const isSpread = catalog.serverVersion < 170000 && index.kind === 'index' && index.comment === null
  return isSpread ? [`COMMENT ON INDEX ${pathOf(index.id)} IS NULL`] : commentStatements(index)
}
