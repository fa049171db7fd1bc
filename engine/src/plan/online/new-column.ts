import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ColumnObject, DefaultObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { columnDefinition } from '../kinds/column.ts'
import { beingFilled } from './leftovers.ts'
import type { Recipe } from './recipe.ts'

/**
 * A column whose default differs from row to row would write the whole table anew. It comes empty, with its default
 * for rows to come; the rows that are there get theirs in batches. Until then its comment says so, for the run after
 * one that died.
 */
export const filledColumn: Recipe = (each, { to, isBusy, leftover, reuse }) => {
  const column = to.get(each.target)
  if (each.does !== 'add-column' || column?.kind !== 'column') return undefined
  const given = each.makes.map((id) => to.get(id)).find((object) => object?.kind === 'default')
  if (given?.kind !== 'default') return undefined
  const isBegun = leftover(column.id) !== undefined
  if (isBegun) for (const id of [column.id, given.id]) reuse(id)
  else if (!isBusy(column.parent) || !writesTable(column, given, to)) return undefined
  return addAndFill(each, column, given, isBegun)
}

function addAndFill(each: Action, column: ColumnObject, given: DefaultObject, isBegun: boolean): Action[] {
  const table = `ALTER TABLE ${pathOf(column.parent ?? '')}`
  const name = quoteIdentifier(column.name)
  const nullable = { ...column, attributes: { ...column.attributes, notNull: false } }
  const [marked, filled] = [`marked:${column.id}`, `filled:${column.id}`]
  const others = each.makes.filter((id) => id !== given.id)
  return [
    {
      ...each,
      sql: `${table} ADD COLUMN ${isBegun ? 'IF NOT EXISTS ' : ''}${columnDefinition(nullable, undefined)}`,
      makes: others,
      does: null,
    },
    action('alter', column.id, commentOn(column, beingFilled), { needs: [column.id], makes: [marked] }),
    action('alter', column.id, `${table} ALTER COLUMN ${name} SET DEFAULT ${given.attributes.expression}`, {
      needs: [...each.needs, column.id],
      makes: [given.id],
    }),
    action(
      'alter',
      column.id,
      `UPDATE ${pathOf(column.parent ?? '')} SET ${name} = DEFAULT WHERE ${name} IS NULL`,
      {
        needs: [column.id, given.id, marked],
        makes: [filled],
        does: 'fill',
      },
    ),
    action('alter', column.id, commentOn(column, column.comment), { needs: [filled] }),
    ...(column.attributes.notNull
      ? [
          action('alter', column.id, `${table} ALTER COLUMN ${name} SET NOT NULL`, {
            needs: [filled],
            makes: [`not-null:${column.id}`],
            does: 'not-null',
          }),
        ]
      : []),
  ]
}

function commentOn({ id }: ColumnObject, comment: string | null): string {
  return `COMMENT ON COLUMN ${pathOf(id)} IS ${comment === null ? 'NULL' : quoteLiteral(comment)}`
}

/**
 * Whether ADD COLUMN would write every row (manual: ALTER TABLE, Notes): unless the default is a constant or stands
 * still during a statement. Only what is known to is believed to; asking for more costs time, believing more a stall.
 */
function writesTable(column: ColumnObject, given: DefaultObject, to: CatalogIndex): boolean {
  const isDomain = column.needs.some((id) => to.get(id)?.kind === 'domain')
  return isDomain || !standsStill.test(given.attributes.expression)
}

const standsStill =
  /^\(*(?:'(?:[^']|'')*'|-?\d[\d.]*|true|false|now\(\)|CURRENT_(?:TIMESTAMP|DATE|TIME|USER|ROLE)|LOCALTIMESTAMP|LOCALTIME)\)*(?:::[a-z ]+(?:\(\d+(?:,\d+)?\))?(?:\[\])*)?$/
