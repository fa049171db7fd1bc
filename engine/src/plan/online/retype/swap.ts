import { nameOf, pathOf } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { ColumnObject } from '../../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { alterAlone } from '../../inheritance.ts'
import { columnSettings, identityClause } from '../../kinds/column.ts'
import { commentStatements } from '../../kinds/comments.ts'
import { nameOfNotNull } from '../../kinds/not-null.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { type Growth, isNotNull } from './grow.ts'
import type { RetypedColumn } from './retyped-column.ts'

/**
 * The new columns take the names of the old ones, which go with what stood on them: changes of catalogs only, in one
 * short transaction.
 * @param ready what must be there before, so that nothing in the swap takes long
 */
export function swap(growth: Growth, ready: readonly string[], kitchen: Kitchen): Action[] {
  const { table, columns, alter, triggers, syncFunction, filled } = growth
  const statements = [
    ...triggers.map((name) => ({ target: table, sql: `DROP TRIGGER ${name} ON ${pathOf(table)}` })),
    { target: table, sql: `DROP FUNCTION ${syncFunction}()` },
    ...columns.flatMap((column) =>
      swapColumn(column, alter, kitchen).map((sql) => ({ target: column.to.id, sql })),
    ),
  ]
  const last = statements.length - 1
  const mark = (i: number) => `swap:${table}:${i}`
  return statements.map(({ target, sql }, i) =>
    action('alter', target, sql, {
      needs:
        i === 0
          ? [filled, ...ready, ...columns.flatMap((each) => neededFirst(each, kitchen))]
          : [mark(i - 1)],
      frees: i === last ? freed(columns) : [],
      removes: i === 0 ? columns.flatMap(gone) : [],
      makes: [mark(i), ...(i === last ? columns.flatMap(madeBySwap) : [])],
    }),
  )
}

/** A type that is made anew takes its name only once nobody has the old one; a sequence that goes is gone by then. */
function neededFirst(column: RetypedColumn, kitchen: Kitchen): string[] {
  const { action, moved } = column
  const leaving = sequencesOf(column, kitchen).filter((id) => !kitchen.to.has(id))
  return [...action.needs.filter((id) => id !== moved?.type.id), ...leaving.map((id) => `gone:${id}`)]
}

function sequencesOf({ from }: RetypedColumn, kitchen: Kitchen): ObjectId[] {
  return kitchen.from.sequencesOf(from.id).map(({ id }) => id)
}

/** The column, and what PostgreSQL drops with it; foreign keys have statements of their own. */
function gone({ from, dependents, below }: RetypedColumn): ObjectId[] {
  const own = dependents.filter(
    (each) => each.kind !== 'constraint' || each.attributes.type !== 'foreign-key',
  )
  return [from, ...own, ...below].map(({ id }) => id)
}

function freed(columns: readonly RetypedColumn[]): ObjectId[] {
  const own = new Set(columns.flatMap(gone))
  return columns.flatMap(({ from, below }) =>
    [from, ...below].flatMap(({ needs }) => needs.filter((id) => !own.has(id))),
  )
}

function madeBySwap({ to, below }: RetypedColumn): ObjectId[] {
  return [to.id, ...below.flatMap(({ kind, id }) => (kind === 'column' ? [id] : []))]
}

function swapColumn(column: RetypedColumn, alter: string, kitchen: Kitchen): string[] {
  const { from, to, helper } = column
  const name = quoteIdentifier(from.name)
  const old = helperName('old', to.id)
  const owned = sequencesOf(column, kitchen).flatMap((id) => (kitchen.to.has(id) ? [pathOf(id)] : []))
  return [
    ...owned.map((sequence) => `ALTER SEQUENCE ${sequence} OWNED BY NONE`),
    ...namesAside(column, alter, kitchen),
    `${alter} RENAME COLUMN ${name} TO ${old}`,
    `${alter} RENAME COLUMN ${helper} TO ${name}`,
    ...(isNotNull(column)
      ? [...notNull(column, alter), `${alter} DROP CONSTRAINT ${helperName('proof', to.id)}`]
      : []),
    ...identity(column, alter),
    `${alter} DROP COLUMN ${old}`,
    ...owned.map((sequence) => `ALTER SEQUENCE ${sequence} OWNED BY ${pathOf(from.id)}`),
    ...[from, ...column.below].flatMap((each) => (each.kind === 'column' ? settingsOf(each, kitchen) : [])),
  ]
}

function settingsOf(column: ColumnObject, { from }: Kitchen): string[] {
  const alter = alterAlone(column.parent ?? '', from)
  return [
    ...columnSettings(column).map((setting) => `${alter} ${setting}`),
    ...commentStatements({ ...column, attributes: { ...column.attributes, identity: null } }),
  ]
}

/** Names that the new column needs while the old one still has them. */
function namesAside({ from, to }: RetypedColumn, alter: string, kitchen: Kitchen): string[] {
  const sequence = from.attributes.identity
  const hasNotNull = from.attributes.notNull && kitchen.from.catalog.serverVersion >= 180000
  const constraint = from.facts.notNullConstraint ?? nameOfNotNull(from)
  return [
    ...(hasNotNull
      ? [
          `${alter} RENAME CONSTRAINT ${quoteIdentifier(constraint)} TO ${helperName('old', `not-null:${to.id}`)}`,
        ]
      : []),
    ...(sequence
      ? [
          `ALTER SEQUENCE ${quoteQualified(sequence.sequenceSchema, sequence.sequenceName)} RENAME TO ${helperName('seq', to.id)}`,
        ]
      : []),
  ]
}

/** As the old one was called, also where PostgreSQL would now choose another name. */
function notNull({ from, to }: RetypedColumn, alter: string): string[] {
  const name = quoteIdentifier(from.name)
  const { notNullConstraint } = from.facts
  const isSaid = from.attributes.notNullName !== null || to.attributes.notNullName !== null
  return [
    isSaid && notNullConstraint !== null
      ? `${alter} ADD CONSTRAINT ${quoteIdentifier(notNullConstraint)} NOT NULL ${name}`
      : `${alter} ALTER COLUMN ${name} SET NOT NULL`,
  ]
}

/** An identity goes on counting where the old one is. */
function identity({ from, to }: RetypedColumn, alter: string): string[] {
  const before = from.attributes.identity
  const after = to.attributes.identity
  if (!before || !after) return []
  const oldSequence = quoteQualified(before.sequenceSchema, helperName('seq', to.id))
  const newSequence = quoteLiteral(quoteQualified(after.sequenceSchema, after.sequenceName))
  return [
    `${alter} ALTER COLUMN ${quoteIdentifier(to.name)} ADD ${identityClause(after, { ...to, parent: `table:${nameOf(to.parent ?? '')}` })}`,
    `SELECT setval(${newSequence}, last_value, is_called) FROM ${oldSequence}`,
  ]
}
