import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { schemaId } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { relationOf } from '../locks.ts'
import type { HazardRule } from './hazard.ts'

/**
 * A subscriber stops at the first row with a column that its table has not (manual 29, Logical Replication,
 * Restrictions), also where that column is there only while another gets its new type.
 */
export const subscribersLackColumn: HazardRule = {
  code: 'subscribers-lack-column',
  find({ step: { target, sql }, from, to }) {
    if (!/^ALTER TABLE .* ADD COLUMN /s.test(sql)) return []
    const table = relationOf(target, from) ?? relationOf(target, to)
    return table !== undefined && from.has(table) && isPublished(table, from) ? [{ object: table }] : []
  },
}

/** With all its columns, by itself or by a partition. */
function isPublished(table: ObjectId, index: CatalogIndex): boolean {
  const schema = index.get(table)?.schema ?? ''
  return (
    publishesAll(index.catalog) ||
    index.dependentsOf(table).some((each) => each.kind === 'publication-table' && !each.attributes.columns) ||
    index.dependentsOf(schemaId(schema)).some(({ kind }) => kind === 'publication-schema') ||
    index.childrenOf(table).some(({ id }) => isPublished(id, index))
  )
}

const known = new WeakMap<Catalog, boolean>()

function publishesAll(catalog: Catalog): boolean {
  const answer = known.get(catalog) ?? [...catalog.objects.values()].some(isOfAllTables)
  known.set(catalog, answer)
  return answer
}

function isOfAllTables(each: CatalogObject): boolean {
  return each.kind === 'publication' && each.attributes.allTables
}
