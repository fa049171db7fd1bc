import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { IndexObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { RowCheck } from './row-check.ts'

export interface Uniqueness {
  readonly object: ObjectId
  readonly table: ObjectId
  readonly columns: readonly string[]
  /** Where NULL counts as a value like any other. */
  readonly nullsNotDistinct: boolean
}

/** Rows that are not alone with their values; a window, because every one of them is to be shown. */
export function duplicates({ object, table, columns, nullsNotDistinct }: Uniqueness): RowCheck {
  const present = columns.map((name) => `t.${quoteIdentifier(name)} IS NOT NULL`).join(' AND ')
  const list = columns.map(quoteIdentifier).join(', ')
  const partition = `SELECT *, count(*) OVER (PARTITION BY ${list}) AS trueup_twins FROM ${pathOf(table)} t ${nullsNotDistinct ? '' : `WHERE ${present}`}`
  return { object, table, key: columns, reason: 'duplicate', rows: `(${partition}) t WHERE trueup_twins > 1` }
}

/** A new unique index over columns alone; what expressions and conditions say only the build itself can tell. */
export function uniqueIndexCheck(index: IndexObject, from: CatalogIndex): RowCheck[] {
  const { facts, attributes, parent } = index
  const table = parent ?? ''
  const columns = facts.columns.filter((column) => column !== null)
  const isPlain = columns.length === facts.columns.length && !/ WHERE /.test(attributes.definition)
  if (!facts.unique || !isPlain || !from.get(table)) return []
  if (!columns.every((name) => from.has(partId('column', table, name)))) return []
  const nullsNotDistinct = attributes.definition.includes('NULLS NOT DISTINCT')
  return [duplicates({ object: index.id, table, columns, nullsNotDistinct })]
}
