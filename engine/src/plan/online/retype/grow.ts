import { partId, pathOf } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { ColumnObject } from '../../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { notNullTest, nullTest } from '../../kinds/null-test.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { changesFilledRows } from '../take-back.ts'
import { follow, functionBody } from './follow.ts'
import { isWaiting, waitingId } from './moved-type.ts'
import type { RetypedColumn } from './retyped-column.ts'

/** Names and marks that the steps of one table share. */
export interface Growth {
  readonly table: ObjectId
  readonly columns: readonly RetypedColumn[]
  /** ALTER TABLE and the table. */
  readonly alter: string
  /** Of new rows and of changed ones; they sort last, because the last BEFORE trigger sees what will be stored. */
  readonly triggers: readonly [inserted: string, updated: string]
  readonly syncFunction: string
  /** Triggers of others would change rows that are filled: what they make of them is taken back. */
  readonly takesBack: boolean
  /** There once each trigger is. */
  readonly synced: readonly [string, string]
  /** There once every row has its new values. */
  readonly filled: string
}

export function growthOf(table: ObjectId, columns: readonly RetypedColumn[], { from }: Kitchen): Growth {
  const sync = helperName('sync', table)
  return {
    table,
    columns: columns.toSorted((one, other) => one.from.facts.position - other.from.facts.position),
    alter: `ALTER TABLE ${pathOf(table)}`,
    triggers: [quoteIdentifier(`~${sync}`), quoteIdentifier(`~${sync}_update`)],
    takesBack: changesFilledRows(table, from),
    syncFunction: quoteQualified(from.get(table)?.schema ?? '', sync),
    synced: [`synced:${table}`, `synced:${table}:update`],
    filled: `filled:${table}`,
  }
}

/** The second columns, a trigger that keeps them equal to the first, and values for the rows that are there. */
export function grow(growth: Growth, kitchen: Kitchen): Action[] {
  const { table, columns, alter, synced, filled } = growth
  const isThere = isGrown(growth, kitchen)
  const grown = columns.map(({ to }) => `grown:${to.id}`)
  const sql = (statement: string) => (isThere ? '' : statement)
  return [
    ...columns.map(({ action: { needs }, to, helper, type, moved }, i) =>
      action(
        'alter',
        to.id,
        sql(`${alter} ADD COLUMN ${quoteIdentifier(helper)} ${withCollation(type, to)}`),
        {
          needs: [
            ...grown.slice(0, i).slice(-1), // an INSERT that names no columns finds them in their order
            ...needs
              .filter((id) => id !== to.id)
              .map((id) => (moved && id === moved.type.id ? waitingId(moved) : id)),
          ],
          makes: [grown[i]!, ...leftoverIds(growth)],
        },
      ),
    ),
    ...follow(growth, grown, isThere, kitchen),
    ...columns.filter(isNotNull).map((column) => proof(column, growth, isThere, kitchen)),
    action('alter', table, fillStatement(growth), {
      needs: synced,
      makes: [filled],
      transaction: 'batches',
    }),
    ...columns.filter(isNotNull).map(({ to }) =>
      action('alter', to.id, `${alter} VALIDATE CONSTRAINT ${helperName('proof', to.id)}`, {
        needs: [filled, `unproved:${to.id}`],
        makes: [`proved:${to.id}`],
        transaction: 'own',
        does: 'validate',
      }),
    ),
  ]
}

/** NOT NULL before and after: it must hold at the moment of the swap. */
export function isNotNull({ from, to }: RetypedColumn): boolean {
  return from.attributes.notNull && to.attributes.notNull
}

function withCollation(type: string, { attributes: { collation } }: ColumnObject): string {
  return collation ? `${type} COLLATE ${collation}` : type
}

function leftoverIds({ table, columns, triggers, syncFunction }: Growth): ObjectId[] {
  return [
    ...columns.map(({ helper }) => partId('column', table, helper)),
    ...triggers.map((name) => `trigger:${pathOf(table)}.${name}`),
    `function:${syncFunction}()`,
  ]
}

/** A run that died may have come so far; what it has filled is not filled again. */
function isGrown(growth: Growth, kitchen: Kitchen): boolean {
  const { leftover, reuse } = kitchen
  const ids = leftoverIds(growth)
  const found = ids.map(leftover)
  const sameTypes = growth.columns.every(({ type, moved }, i) => {
    const column = found[i]
    if (moved && !isWaiting(moved, kitchen)) return false
    return column?.kind === 'column' && column.attributes.type === type
  })
  const sync = found.at(-1)
  // what it assigns, and for which columns, may have changed since
  const sameSync = sync?.kind === 'function' && sync.attributes.definition.includes(functionBody(growth))
  const isThere = sameTypes && sameSync && found.every((each) => each !== undefined)
  if (isThere) ids.forEach(reuse)
  return isThere
}

function fillStatement({ table, columns }: Growth): string {
  const values = columns.map(({ helper, expression }) => `${helper} = ${expression}`)
  const missing = columns.map(
    ({ to, helper, expression }) => `(${nullTest(to, helper)} AND (${expression}) IS DISTINCT FROM NULL)`,
  )
  return `UPDATE ${pathOf(table)} SET ${values.join(', ')} WHERE (${missing.join(' OR ')})`
}

function proof(
  column: RetypedColumn,
  { alter, table, synced }: Growth,
  isGrown: boolean,
  kitchen: Kitchen,
): Action {
  const name = helperName('proof', column.to.id)
  const id = `constraint:${pathOf(table)}.${name}`
  // it goes with the column that it stands on
  const isThere = isGrown && kitchen.leftover(id) !== undefined
  if (isThere) kitchen.reuse(id)
  const sql = `${alter} ADD CONSTRAINT ${name} CHECK (${notNullTest(column.to, column.helper)}) NOT VALID`
  return action('alter', column.to.id, isThere ? '' : sql, {
    needs: synced,
    makes: [`unproved:${column.to.id}`, id],
  })
}
