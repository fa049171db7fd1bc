import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { HazardRule } from './hazard.ts'

/** Deleting a referenced row, or changing its key, reads the whole referring table. */
export const foreignKeyWithoutIndex: HazardRule = {
  code: 'foreign-key-without-index',
  find({ step, to, rows }) {
    const object = to.get(step.target)
    if (step.kind !== 'create-constraint' || object?.kind !== 'constraint') return []
    const { attributes, facts, parent } = object
    const table = parent ?? ''
    if (attributes.type !== 'foreign-key' || rows(table) === 0) return []
    return isIndexed(table, facts.columns, to) ? [] : [{ object: step.target, count: rows(table) }]
  },
}

/** An index helps when its first columns are those of the key, in any order. */
function isIndexed(table: ObjectId, columns: readonly string[], to: CatalogIndex): boolean {
  const keys = [
    ...to.partsOfKind(table, 'index').map(({ facts }) => facts.columns),
    ...to
      .partsOfKind(table, 'constraint')
      .filter(({ attributes }) => attributes.type === 'primary-key' || attributes.type === 'unique')
      .map(({ facts }) => facts.columns),
  ]
  return keys.some((key) => {
    const first = key.slice(0, columns.length)
    return columns.every((column) => first.includes(column))
  })
}
