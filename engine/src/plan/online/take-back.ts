import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { isFilling } from '../filling-setting.ts'
import { updateTriggers } from '../update-triggers.ts'
import type { Kitchen } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/** Whether triggers of others would change rows while a column of theirs that nobody knows yet is filled. */
export function changesFilledRows(table: ObjectId, index: CatalogIndex): boolean {
  return updateTriggers(table, [], index).some(({ isBeforeRow }) => isBeforeRow)
}

/**
 * In the function of a trigger that sorts last: a row that is filled keeps what it had, whatever other triggers made of
 * it before (a time of the last change). To applications nothing has changed; what their statements do within a fill is
 * theirs.
 * @param columns those that the fill gives values to, quoted
 */
export function takeBack(columns: readonly string[]): { readonly declare: string; readonly restore: string } {
  const row = (which: string) => `ROW(${columns.map((name) => `${which}.${name}`).join(', ')})`
  const isOurs = `pg_catalog.record_image_ne(${row('OLD')}, ${row('NEW')})` // not the fill of another column
  const values = columns.map((name) => `NEW.${name} := filled.${name};`)
  return {
    declare: 'DECLARE filled record; ',
    restore: `IF TG_OP = 'UPDATE' AND ${isFilling} AND pg_catalog.pg_trigger_depth() = 1 AND ${isOurs} THEN filled := NEW; NEW := OLD; ${values.join(' ')} RETURN NEW; END IF; `,
  }
}

/** A trigger that does nothing but that, for as long as a new column is filled. */
export interface Keeper {
  readonly before: readonly Action[]
  /** There once it is. */
  readonly ready: readonly string[]
  after(filled: string): readonly Action[]
}

/** @param made there once the column is */
export function keepRows(column: ColumnObject, made: ObjectId, { from }: Kitchen): Keeper {
  const table = column.parent ?? ''
  if (!changesFilledRows(table, from)) return { before: [], ready: [], after: () => [] }
  const helper = helperName('keep', column.id)
  const name = quoteIdentifier(`~${helper}`)
  const path = quoteQualified(from.get(table)?.schema ?? '', helper)
  const [functionId, triggerId] = [`function:${path}()`, `trigger:${pathOf(table)}.${name}`]
  const { declare, restore } = takeBack([quoteIdentifier(column.name)])
  const body = `CREATE FUNCTION ${path}() RETURNS trigger LANGUAGE plpgsql AS $keep$\n${declare}BEGIN ${restore}RETURN NEW; END $keep$`
  const create = `CREATE TRIGGER ${name} BEFORE UPDATE ON ${pathOf(table)} FOR EACH ROW WHEN (${isFilling}) EXECUTE FUNCTION ${path}()`
  const ended = `ended:${column.id}`
  return {
    before: [
      action('alter', column.id, body, { needs: [made], makes: [functionId] }),
      action('alter', column.id, create, { needs: [functionId], makes: [triggerId] }),
    ],
    ready: [triggerId],
    after: (filled) => [
      action('alter', column.id, `DROP TRIGGER ${name} ON ${pathOf(table)}`, {
        needs: [filled],
        makes: [ended],
      }),
      action('alter', column.id, `DROP FUNCTION ${path}()`, { needs: [ended] }),
    ],
  }
}
