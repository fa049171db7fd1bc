import { nameOf, pathOf } from '../../../catalog/identify.ts'
import type { ColumnObject } from '../../../catalog/relations.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { isFilling } from '../../filling-setting.ts'
import { notNullTest, nullTest } from '../../kinds/null-test.ts'
import type { Kitchen } from '../recipe.ts'
import { takeBack } from '../take-back.ts'
import type { Growth } from './grow.ts'
import type { RetypedColumn } from './retyped-column.ts'

/**
 * What keeps the second columns equal to the first: a function, and one trigger each for new rows and for changed ones.
 * @param isThere a run that died has made them
 */
export function follow(
  growth: Growth,
  grown: readonly string[],
  isThere: boolean,
  kitchen: Kitchen,
): Action[] {
  const { table, alter, synced } = growth
  const sql = (statement: string) => (isThere ? '' : statement)
  return [
    action('alter', table, sql(createFunction(growth)), { needs: grown, makes: [`sync:${table}`] }),
    ...triggersOf(growth, kitchen).flatMap(({ name, statement }, i) => [
      action('alter', table, sql(statement), {
        needs: [`sync:${table}`],
        makes: [`following:${table}:${i}`],
      }),
      // rows that replication brings count as well
      action('alter', table, sql(`${alter} ENABLE ALWAYS TRIGGER ${name}`), {
        needs: [`following:${table}:${i}`],
        makes: [synced[i] ?? ''],
      }),
    ]),
  ]
}

/**
 * It runs in the sessions of others: what a conversion means must not depend on their settings (a timestamp is read in
 * a time zone), and names in an expression are columns.
 */
function createFunction(growth: Growth): string {
  const settings = [
    'search_path',
    'TimeZone',
    'DateStyle',
    'IntervalStyle',
    'extra_float_digits',
    'bytea_output',
  ]
  const fixed = settings.map((name) => `SET ${name} FROM CURRENT`).join(' ')
  return `CREATE FUNCTION ${growth.syncFunction}() RETURNS trigger LANGUAGE plpgsql ${fixed} AS $sync$${functionBody(growth)}$sync$`
}

export function functionBody({ table, columns, takesBack }: Growth): string {
  const assignments = columns.map(({ from, helper, expression }) => {
    const value = isPlain({ from, expression })
      ? `NEW.${expression}`
      : `(SELECT ${expression} FROM (SELECT NEW.*) AS ${quoteIdentifier(nameOf(table))})`
    return `NEW.${helper} := ${value};`
  })
  const { declare, restore } = takesBack
    ? takeBack(columns.map(({ helper }) => helper))
    : { declare: '', restore: '' }
  return `\n#variable_conflict use_column\n${declare}BEGIN ${restore}${assignments.join(' ')} RETURN NEW; END `
}

function isPlain({ from, expression }: Pick<RetypedColumn, 'from' | 'expression'>): boolean {
  return expression === quoteIdentifier(from.name)
}

function triggersOf(growth: Growth, kitchen: Kitchen) {
  const [inserted = '', updated = ''] = growth.triggers
  const create = (name: string, event: string, when: string) => ({
    name,
    statement: `CREATE TRIGGER ${name} BEFORE ${event} ON ${pathOf(growth.table)} FOR EACH ROW ${when}EXECUTE FUNCTION ${growth.syncFunction}()`,
  })
  return [create(inserted, 'INSERT', ''), create(updated, 'UPDATE', whereNeeded(growth, kitchen))]
}

/**
 * Most updates, those of the fill among them, leave the first columns as they are, and calling a function costs as much
 * as writing the row. Rows are compared bit by bit (manual: Composite Type Comparison), because equal is not the same:
 * 1.0 and 1.00 are different texts. What PostgreSQL computes is not known before the row is stored. A row whose turn to
 * be filled has not come gets its values now: it may move to where the fill has been, and must keep what proves them.
 */
function whereNeeded({ table, columns, takesBack }: Growth, { from }: Kitchen): string {
  const all = from.partsOfKind(table, 'column')
  const read = all.filter((column) => columns.some((retyped) => mayRead(retyped, column, table)))
  if (read.some(({ attributes }) => attributes.generated)) return ''
  const row = (which: string) =>
    `ROW(${read.map(({ name }) => `${which}.${quoteIdentifier(name)}`).join(', ')})`
  const changes = `pg_catalog.record_image_ne(${row('OLD')}, ${row('NEW')})`
  return `WHEN (${[changes, ...columns.map(lacks), ...(takesBack ? [isFilling] : [])].join(' OR ')}) `
}

function lacks(column: RetypedColumn): string {
  const isEmpty = nullTest(column.to, `NEW.${column.helper}`)
  return isPlain(column) ? `${isEmpty} AND ${notNullTest(column.from, `NEW.${column.expression}`)}` : isEmpty
}

/** In doubt it does: the name may be that of something else, or the whole row may be meant. */
function mayRead({ from, expression }: RetypedColumn, { id, name }: ColumnObject, table: string): boolean {
  if (id === from.id) return true
  if (isPlain({ from, expression })) return false
  const text = expression.toLowerCase()
  const hasName = (word: string) => text.includes(word.toLowerCase().replaceAll('"', '""'))
  return hasName(name) || hasName(nameOf(table)) || text.includes('u&"')
}
