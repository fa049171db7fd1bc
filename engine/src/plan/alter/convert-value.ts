import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import type { CompositeObject } from '../../catalog/types.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { hasDirectCast } from '../direct-cast.ts'
import { needsExplicitCast } from '../type-cast.ts'

/**
 * An expression that turns the value of a column into its new type; undefined where PostgreSQL converts by itself.
 * Between types that users made only the text form leads, and between rows of another shape their fields by name.
 */
export function convertValue(
  from: ColumnObject,
  to: ColumnObject,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): string | undefined {
  const value = quoteIdentifier(from.name)
  const { type, collation } = to.attributes
  const [before, after] = [compositeOf(from.attributes.type, fromIndex), compositeOf(type, toIndex)]
  if (before && after && !isAlike(before, after)) return convertRow(value, before, after, fromIndex, toIndex)
  const isMoved = from.attributes.type === type && from.attributes.collation === collation
  if (isMoved || (holdsOwnType(from) && holdsOwnType(to))) return `${value}::text::${type}`
  if (!needsExplicitCast(from.attributes.type, type)) return undefined
  const isDirect = hasDirectCast(from.attributes.type, type, fromIndex, toIndex)
  return isDirect ? `${value}::${type}` : `${value}::text::${type}`
}

function compositeOf(type: string, index: CatalogIndex): CompositeObject | undefined {
  const object = index.get(`composite:${type}`)
  return object?.kind === 'composite' ? object : undefined
}

function isAlike(a: CompositeObject, b: CompositeObject): boolean {
  const names = ({ attributes }: CompositeObject) => attributes.attributes.map(({ name }) => name).join('\n')
  return names(a) === names(b)
}

function convertRow(
  value: string,
  from: CompositeObject,
  to: CompositeObject,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): string {
  const fields = to.attributes.attributes.map(({ name, type }) => {
    const known = from.attributes.attributes.find((attribute) => attribute.name === name)
    if (!known) return `NULL::${type}`
    const field = `(${value}).${quoteIdentifier(name)}`
    const [before, after] = [compositeOf(known.type, fromIndex), compositeOf(type, toIndex)]
    if (before && after && !isAlike(before, after))
      return convertRow(field, before, after, fromIndex, toIndex)
    return `${field}::text::${type}`
  })
  const path = to.id.slice('composite:'.length)
  return `CASE WHEN ${value} IS DISTINCT FROM NULL THEN ROW(${fields.join(', ')})::${path} END`
}

function holdsOwnType({ needs }: ColumnObject): boolean {
  return needs.some((id) => /^(?:enum|composite|range):/.test(id))
}
