import { pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { copiesOf, originalsOf, tableOf } from './inheritance.ts'
import { nameOfNotNull, notNullAddition, usualNameOfNotNull } from './kinds/not-null.ts'

/**
 * A child's NOT NULL that stays while its parent's comes or goes: before it becomes the parent's it is called as
 * that one (an inherited one cannot be renamed) or goes; where the parent's goes it becomes its own, or goes along and is made anew.
 */
export function notNullsOfChildren(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const parents = changes
    .flatMap((change) => (change.kind === 'altered' && change.to.kind === 'column' ? [change.to] : []))
    .filter(({ id }) => isNotNull(id, from) !== isNotNull(id, to))
  return [
    ...parents.filter(({ attributes }) => attributes.notNull).flatMap((parent) => joining(parent, from, to)),
    ...leaving(
      parents.filter(({ attributes }) => !attributes.notNull),
      from,
      to,
    ),
  ]
}

/** Columns of children that are NOT NULL on both sides. */
export function stayingNotNulls(parent: ColumnObject, from: CatalogIndex, to: CatalogIndex): ColumnObject[] {
  const before = new Set(copiesOf(parent, from).map(({ id }) => id))
  return copiesOf(parent, to).filter(
    (copy): copy is ColumnObject =>
      copy.kind === 'column' && before.has(copy.id) && isNotNull(copy.id, from) && isNotNull(copy.id, to),
  )
}

function isNotNull(id: ObjectId, index: CatalogIndex): boolean {
  const column = index.get(id)
  return column?.kind === 'column' && column.attributes.notNull
}

/** Since 18 it is a constraint with a name, and of a child that is no partition one that it also has itself. */
function joining(parent: ColumnObject, from: CatalogIndex, to: CatalogIndex): Action[] {
  if (Math.min(from.catalog.serverVersion, to.catalog.serverVersion) < 180000) return []
  return stayingNotNulls(parent, from, to).flatMap((column) => {
    const before = from.get(column.id)
    // what is done to it spreads to those below
    if (before?.kind !== 'column' || originalsOf(before, from).some((id) => isNotNull(id, from))) return []
    const clause = isLeft(column, from, to) ? left(column) : renamed(before, column, parent)
    return clause === null
      ? []
      : action('alter', column.id, `ALTER TABLE ${pathOf(column.parent ?? '')} ${clause}`, {
          needs: [`keyless:${column.id}`],
          makes: [`joins-null:${parent.id}`],
        })
  })
}

function renamed(before: ColumnObject, { attributes }: ColumnObject, parent: ColumnObject): string | null {
  const [old, wanted] = [nameOfNotNull(before), attributes.notNullName ?? nameOfNotNull(parent)]
  if (old === wanted) return null
  return `RENAME CONSTRAINT ${quoteIdentifier(old)} TO ${quoteIdentifier(wanted)}`
}

/** Whether it is to have no NOT NULL but the parent's. */
function isLeft(column: ColumnObject, from: CatalogIndex, to: CatalogIndex): boolean {
  const table = tableOf(column, to)
  const isPartition = table?.kind === 'table' && table.attributes.partitionOf !== null
  const keys = to
    .partsOfKind(column.parent ?? '', 'constraint')
    .filter(({ attributes }) => attributes.type === 'primary-key')
  const isKept = keys.some(({ id, facts }) => from.has(id) && facts.columns.includes(column.name))
  return !isPartition && !isKept && !column.attributes.local
}

function left({ name }: ColumnObject): string {
  return `ALTER COLUMN ${quoteIdentifier(name)} DROP NOT NULL`
}

/** Where a parent's goes. */
function leaving(parents: readonly ColumnObject[], from: CatalogIndex, to: CatalogIndex): Action[] {
  const lost = new Map(
    parents.flatMap((parent) => stayingNotNulls(parent, from, to).map((copy) => [copy.id, { copy, parent }])),
  )
  const isNamed = Math.min(from.catalog.serverVersion, to.catalog.serverVersion) >= 180000
  // before 18 a parent's goes from all below, whoever else they inherit it from
  const hasOther = (id: ObjectId) => isNotNull(id, to) && (isNamed || lost.has(id))
  return [...lost.values()]
    .filter(({ copy }) => !originalsOf(copy, to).some(hasOther))
    .flatMap(({ copy, parent }) => (isNamed ? keptAsItsOwn(copy, parent, from) : [madeAnew(copy)]))
}

/** Since 18 it can be told, without a look at the rows, that it is no longer its parent's alone. */
function keptAsItsOwn(column: ColumnObject, parent: ColumnObject, from: CatalogIndex): Action[] {
  const alter = `ALTER TABLE ${pathOf(column.parent ?? '')}`
  const before = from.get(column.id)
  const old = before?.kind === 'column' ? nameOfNotNull(before) : null
  const wanted = column.attributes.notNullName ?? usualNameOfNotNull(column)
  const keep = action(
    'alter',
    column.id,
    `${alter} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL`,
    {
      makes: [`joins-null:${parent.id}`],
    },
  )
  if (old === null || old === wanted) return [keep]
  const rename = `${alter} RENAME CONSTRAINT ${quoteIdentifier(old)} TO ${quoteIdentifier(wanted)}`
  return [keep, action('alter', column.id, rename, { needs: [`inherited-null:${column.id}`] })]
}

function madeAnew(column: ColumnObject): Action {
  return action('alter', column.id, `ALTER TABLE ${pathOf(column.parent ?? '')} ${notNullAddition(column)}`, {
    needs: [`inherited-null:${column.id}`],
    makes: [`not-null:${column.id}`],
    does: column.attributes.notNullValid ? 'not-null' : null,
  })
}
