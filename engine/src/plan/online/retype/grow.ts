import { pathOf } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import type { RetypedColumn } from './retyped-column.ts'

/** Names and marks that the steps of one table share. */
export interface Growth {
  readonly table: ObjectId
  readonly columns: readonly RetypedColumn[]
  /** ALTER TABLE and the table. */
  readonly alter: string
  /** Sorts after the names of other triggers, because the last BEFORE trigger sees what will be stored. */
  readonly trigger: string
  readonly syncFunction: string
  /** There once every row has its new values. */
  readonly filled: string
}

export function growthOf(table: ObjectId, columns: readonly RetypedColumn[], { from }: Kitchen): Growth {
  const sync = helperName('sync', table)
  return {
    table,
    columns,
    alter: `ALTER TABLE ${pathOf(table)}`,
    trigger: quoteIdentifier(`~${sync}`),
    syncFunction: quoteQualified(from.get(table)?.schema ?? '', sync),
    filled: `filled:${table}`,
  }
}

/** The second columns, a trigger that keeps them equal to the first, and values for the rows that are there. */
export function grow(growth: Growth, kitchen: Kitchen): Action[] {
  const { table, columns, alter, filled } = growth
  const isThere = isGrown(growth, kitchen)
  const grown = columns.map(({ to }) => `grown:${to.id}`)
  const synced = `synced:${table}`
  const sql = (statement: string) => (isThere ? '' : statement)
  return [
    ...columns.map(({ action: { needs }, to, helper }, i) =>
      action('alter', to.id, sql(`${alter} ADD COLUMN ${quoteIdentifier(helper)} ${typeOf(to.attributes)}`), {
        needs: needs.filter((id) => id !== to.id),
        makes: [grown[i]!, ...leftoverIds(growth)],
      }),
    ),
    action('alter', table, sql(syncFunction(growth)), { needs: grown, makes: [`sync:${table}`] }),
    action('alter', table, sql(syncTrigger(growth)), { needs: [`sync:${table}`], makes: [synced] }),
    ...columns.filter(isNotNull).map((column) => proof(column, growth, synced, kitchen)),
    action('alter', table, fillStatement(growth), {
      needs: [synced],
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

function typeOf({ type, collation }: { readonly type: string; readonly collation: string | null }): string {
  return collation ? `${type} COLLATE ${collation}` : type
}

function leftoverIds({ table, columns, trigger, syncFunction }: Growth): ObjectId[] {
  return [
    ...columns.map(({ helper }) => `column:${pathOf(table)}.${helper}`),
    `trigger:${pathOf(table)}.${trigger}`,
    `function:${syncFunction}()`,
  ]
}

/** A run that died may have come so far; what it has filled is not filled again. */
function isGrown(growth: Growth, { leftover, reuse }: Kitchen): boolean {
  const ids = leftoverIds(growth)
  const found = ids.map(leftover)
  const sameTypes = growth.columns.every(({ to }, i) => {
    const column = found[i]
    return column?.kind === 'column' && column.attributes.type === to.attributes.type
  })
  const isThere = sameTypes && found.every((each) => each !== undefined)
  if (isThere) ids.forEach(reuse)
  return isThere
}

function syncFunction({ columns, syncFunction }: Growth): string {
  const assignments = columns.map(({ from, helper, expression }) => {
    const isPlain = expression === quoteIdentifier(from.name)
    return `NEW.${helper} := ${isPlain ? `NEW.${expression}` : `(SELECT ${expression} FROM (SELECT NEW.*) AS new_row)`};`
  })
  return `CREATE FUNCTION ${syncFunction}() RETURNS trigger LANGUAGE plpgsql AS $sync$ BEGIN ${assignments.join(' ')} RETURN NEW; END $sync$`
}

function syncTrigger({ table, trigger, syncFunction }: Growth): string {
  return `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${pathOf(table)} FOR EACH ROW EXECUTE FUNCTION ${syncFunction}()`
}

function fillStatement({ table, columns }: Growth): string {
  const values = columns.map(({ helper, expression }) => `${helper} = ${expression}`)
  const missing = columns.map(
    ({ helper, expression }) => `(${helper} IS NULL AND (${expression}) IS DISTINCT FROM NULL)`,
  )
  return `UPDATE ${pathOf(table)} SET ${values.join(', ')} WHERE (${missing.join(' OR ')})`
}

function proof(column: RetypedColumn, { alter, table }: Growth, synced: string, kitchen: Kitchen): Action {
  const name = helperName('proof', column.to.id)
  const id = `constraint:${pathOf(table)}.${name}`
  const isThere = kitchen.leftover(id) !== undefined
  if (isThere) kitchen.reuse(id)
  const sql = `${alter} ADD CONSTRAINT ${name} CHECK (${column.helper} IS NOT NULL) NOT VALID`
  return action('alter', column.to.id, isThere ? '' : sql, {
    needs: [synced],
    makes: [`unproved:${column.to.id}`, id],
  })
}
