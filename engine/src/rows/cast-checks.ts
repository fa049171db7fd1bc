import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import type { CompositeObject, DomainObject } from '../catalog/types.ts'
import { alwaysFits, familyOf, losesBy } from '../plan/type-cast.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'
import { domainRules } from './domain-checks.ts'
import { keyOf } from './key-of.ts'
import { type RowCheck, standInType } from './row-check.ts'

export interface CastContext {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  /** It is there and stays as it is, so rows can be asked with it. */
  isSettled(id: ObjectId): boolean
}

/** Values that the new type of a column does not take, or takes only in part. */
export function castChecks(before: ColumnObject, column: ColumnObject, context: CastContext): RowCheck[] {
  const { type } = column.attributes
  if (before.attributes.type === type || alwaysFits(before.attributes.type, type)) return []
  const loses = losesBy(cell(column), before.attributes.type, type)
  return [
    ...misfits(before, column, context),
    ...(loses
      ? [{ ...check(column, context, 'narrowing', `WHERE ${loses}`), converts: familyOf(type) !== 'string' }]
      : []),
  ]
}

function misfits(before: ColumnObject, column: ColumnObject, context: CastContext): RowCheck[] {
  const table = column.parent ?? ''
  const { type } = column.attributes
  const isKnown = column.needs.every((need) => need === table || context.isSettled(need))
  if (isKnown) return [attempted(column, type, context)]
  // a type that is yet to be made, or to change, says itself what it takes
  const made = column.needs
    .map((id) => context.to.get(id))
    .find((object) => object && pathOf(object.id) === type)
  switch (made?.kind) {
    case 'enum': {
      const labels = `ARRAY[${made.attributes.labels.map(quoteLiteral).join(', ')}]::text[]`
      return [check(column, context, 'cast', `WHERE ${cell(column)}::text <> ALL (${labels})`)]
    }
    case 'domain':
      return domainMisfits(before, column, made, context)
    case 'composite':
      return compositeMisfits(before, column, made, context)
    default:
      return []
  }
}

function domainMisfits(
  before: ColumnObject,
  column: ColumnObject,
  domain: DomainObject,
  context: CastContext,
): RowCheck[] {
  const base = domain.attributes.type
  if (before.attributes.type === base || alwaysFits(before.attributes.type, base))
    return domainRules(domain, context).map(({ reason, fails }) =>
      check(column, context, reason, `WHERE ${fails(`${cell(column)}::${base}`)}`),
    )
  const isKnown = domain.needs.every((need) => need.startsWith('schema:') || context.isSettled(need))
  return isKnown ? [attempted(column, base, context)] : []
}

/** Its input is tried with a type just like it; rows of another type are converted field by field. */
function compositeMisfits(
  before: ColumnObject,
  column: ColumnObject,
  { needs, attributes: { attributes } }: CompositeObject,
  context: CastContext,
): RowCheck[] {
  const isKnown = needs.every((need) => need.startsWith('schema:') || context.isSettled(need))
  if (!isKnown || context.from.has(`composite:${before.attributes.type}`)) return []
  const fields = attributes.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`)
  return [
    {
      ...attempted(column, standInType, context),
      attempt: `SELECT count(${cell(column)}::text::${standInType}) FROM ${pathOf(column.parent ?? '')} t`,
      standIn: `CREATE TYPE ${standInType} AS (${fields.join(', ')})`,
    },
  ]
}

/** Tried as a whole, and counted row by row by the input of the type only where that fails. */
function attempted(column: ColumnObject, type: string, context: CastContext): RowCheck {
  const name = cell(column)
  return {
    ...check(column, context, 'cast', `WHERE NOT pg_temp.trueup_fits(${name}::text, ${quoteLiteral(type)})`),
    attempt: `SELECT count(${name}::${type}) FROM ${pathOf(column.parent ?? '')} t`,
  }
}

function cell(column: ColumnObject): string {
  return `t.${quoteIdentifier(column.name)}`
}

function check(
  column: ColumnObject,
  { from }: CastContext,
  reason: RowCheck['reason'],
  condition: string,
): RowCheck {
  const table = column.parent ?? ''
  return {
    object: column.id,
    table,
    key: keyOf(table, from),
    reason,
    rows: `${pathOf(table)} t ${condition}`,
  }
}
