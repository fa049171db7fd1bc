import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject, ConstraintObject } from '../catalog/relations.ts'
import { type Change, changedObject } from '../diff/change.ts'
import { originalsOf } from '../plan/inheritance.ts'
import { nullTest } from '../plan/kinds/null-test.ts'
import type { RowValues } from '../plan/row-values.ts'
import { staysChildOf } from '../plan/ties.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'
import { castChecks } from './cast-checks.ts'
import { stricterDomainChecks } from './domain-checks.ts'
import { duplicates, uniqueIndexCheck } from './duplicates.ts'
import { keyOf } from './key-of.ts'
import { partitionChecks } from './partition-checks.ts'
import type { RowCheck } from './row-check.ts'
import { tableAsItIs, tableAsItWillBe, type ValuesContext } from './table-as-it-will-be.ts'

/** Everything about these changes that depends on rows; only tables that are there can have any. */
export function findRowChecks(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  values: RowValues,
): RowCheck[] {
  const touched = new Set(changes.map((change) => changedObject(change).id))
  const context: ValuesContext = {
    from,
    to,
    values,
    isSettled: (id) => from.has(id) && !touched.has(id),
  }
  return changes.flatMap((change) => {
    if (change.kind === 'removed') return []
    const object = change.kind === 'added' ? change.object : change.to
    switch (object.kind) {
      case 'column':
        return columnChecks(change, object, context)
      case 'constraint':
        return constraintChecks(change, object, context)
      case 'index':
        return change.kind === 'added' ||
          change.differences.some(({ attribute }) => attribute === 'definition')
          ? uniqueIndexCheck(object, context)
          : []
      case 'table':
        return partitionChecks(change, object, context)
      case 'enum':
        return enumChecks(change, context)
      case 'domain':
      case 'domain-constraint':
        return stricterDomainChecks(change, context)
      default:
        return []
    }
  })
}

function columnChecks(change: Change, column: ColumnObject, context: ValuesContext): RowCheck[] {
  const { from, to, values } = context
  const table = column.parent ?? ''
  if (!from.has(table) || isAskedAbove(column, from, to)) return []
  const base = { object: column.id, table, key: keyOf(table, from) }
  const { notNull, generated, identity } = column.attributes
  if (change.kind === 'added') {
    const isFilled =
      generated || identity || to.partsOfKind(column.id, 'default').length > 0 || values.backfill(column.id)
    return notNull && !isFilled ? [{ ...base, reason: 'needs-backfill', rows: `${pathOf(table)} t` }] : []
  }
  if (change.kind !== 'altered' || change.from.kind !== 'column') return []
  const before = change.from.attributes
  const name = `t.${quoteIdentifier(column.name)}`
  const checks: RowCheck[] = []
  if (notNull && !before.notNull && column.attributes.notNullValid && !values.backfill(column.id))
    checks.push({ ...base, reason: 'null', rows: `${pathOf(table)} t WHERE ${nullTest(change.from, name)}` })
  if (!generated && !before.generated && !values.using(column.id))
    checks.push(...castChecks(change.from, column, context))
  return checks
}

/** The parents' rows are asked with those of their children, unless only the child changes. */
function isAskedAbove(column: ColumnObject, from: CatalogIndex, to: CatalogIndex): boolean {
  const notNull = (id: ObjectId, index: CatalogIndex) => {
    const object = index.get(id)
    return object?.kind === 'column' && object.attributes.notNull
  }
  const originals = originalsOf(column, to).filter((id) =>
    staysChildOf(column.parent ?? '', to.get(id)?.parent ?? '', from, to),
  )
  if (column.attributes.local || originals.length === 0) return false
  const isOwn = notNull(column.id, to) && from.has(column.id) && !notNull(column.id, from)
  return !isOwn || originals.some((id) => notNull(id, to) && !notNull(id, from))
}

function constraintChecks(change: Change, constraint: ConstraintObject, context: ValuesContext): RowCheck[] {
  const { from, to, isSettled } = context
  const table = constraint.parent ?? ''
  if (!from.has(table) || !constraint.attributes.validated) return []
  if (
    change.kind === 'altered' &&
    !change.differences.some(({ attribute }) => attribute === 'definition' || attribute === 'validated')
  )
    return []
  const { columns } = constraint.facts
  const asked = askedTable(constraint, context)
  if (!asked) return []
  const base = { object: constraint.id, table, key: keyOf(table, from) }
  const names = columns.map((name) => `t.${quoteIdentifier(name)}`)
  switch (constraint.attributes.type) {
    case 'check': {
      if (constraint.attributes.inherited) return []
      const { expression } = constraint.facts
      const own = [table, ...columns.map((name) => partId('column', table, name))]
      const canBeAsked = constraint.needs.every((need) => own.includes(need) || isSettled(need))
      if (expression === null || !canBeAsked) return []
      const { item, converts } = asked
      return [{ ...base, reason: 'check', rows: `${item} WHERE NOT (${expression})`, converts }]
    }
    case 'primary-key':
    case 'unique': {
      const nullsNotDistinct = constraint.attributes.definition.includes('NULLS NOT DISTINCT')
      const values = columns.map(quoteIdentifier)
      return [duplicates({ object: constraint.id, table, values, key: columns, nullsNotDistinct, asked })]
    }
    case 'foreign-key': {
      const { references, referencedColumns } = constraint.facts
      if (references === null || references === table || asked.converts) return []
      const present = names.map((name) => `${name} IS DISTINCT FROM NULL`).join(' AND ')
      if (!from.has(references))
        return to.has(references)
          ? [{ ...base, reason: 'orphan', rows: `${pathOf(table)} t WHERE ${present}` }]
          : []
      if (!referencedColumns.every((name) => from.has(partId('column', references, name)))) return []
      const pairs = names.map(
        (name, i) => [name, `r.${quoteIdentifier(referencedColumns[i] ?? '')}`] as const,
      )
      const rows = `${pathOf(table)} t WHERE ${present} AND NOT EXISTS (SELECT FROM ${pathOf(references)} r WHERE ${matching(pairs, constraint)})`
      return [{ ...base, reason: 'orphan', rows }]
    }
    case 'exclusion':
      return []
  }
}

/** Of a temporal key, the periods of all rows together must cover that of the row (manual: CREATE TABLE, PERIOD). */
function matching(
  pairs: readonly (readonly [own: string, referenced: string])[],
  { attributes }: ConstraintObject,
): string {
  const period = attributes.definition.includes(', PERIOD ') ? pairs.at(-1) : undefined
  const match = pairs
    .filter((pair) => pair !== period)
    .map(([own, referenced]) => `${referenced} = ${own}`)
    .join(' AND ')
  return period ? `${match} HAVING pg_catalog.range_agg(${period[1]}) @> ${period[0]}` : match
}

/** Whole numbers that are equal before a change of their type are equal after it. */
function askedTable({ attributes, facts, parent }: ConstraintObject, context: ValuesContext) {
  const table = parent ?? ''
  const isKey = attributes.type === 'primary-key' || attributes.type === 'unique'
  const ids = facts.columns.map((name) => partId('column', table, name))
  const areNumbers = ids.every((id) =>
    [context.from, context.to].every((index) => isWholeNumber(index.get(id))),
  )
  return isKey && areNumbers
    ? tableAsItIs(table)
    : tableAsItWillBe(table, facts.columns, context, isKey ? 'of-equality' : 'of-values')
}

function isWholeNumber(object: CatalogObject | undefined): boolean {
  return object?.kind === 'column' && ['smallint', 'integer', 'bigint'].includes(object.attributes.type)
}

function enumChecks(change: Change, { from, to }: ValuesContext): RowCheck[] {
  if (change.kind !== 'altered' || change.from.kind !== 'enum' || change.to.kind !== 'enum') return []
  const wanted = change.to.attributes.labels
  const gone = change.from.attributes.labels.filter((label) => !wanted.includes(label))
  if (gone.length === 0) return []
  const labels = `ARRAY[${gone.map(quoteLiteral).join(', ')}]::text[]`
  return from.dependentsOf(change.from.id).flatMap((column): RowCheck[] => {
    if (column.kind !== 'column' || !column.attributes.local || column.attributes.generated) return []
    if (!to.get(column.id)?.needs.includes(change.to.id)) return [] // it goes, or leaves the type
    const name = `t.${quoteIdentifier(column.name)}`
    const values = column.attributes.type.endsWith('[]')
      ? `${name}::text[] && ${labels}`
      : `${name}::text = ANY (${labels})`
    const table = column.parent ?? ''
    return [
      {
        object: change.to.id,
        table,
        key: keyOf(table, from),
        reason: 'enum-value',
        rows: `${pathOf(table)} t WHERE ${values}`,
      },
    ]
  })
}
