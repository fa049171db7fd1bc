import { partId, pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject, DefaultObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { columnDefinition } from '../kinds/column.ts'
import { nullTest } from '../kinds/null-test.ts'
import { countedMeanwhile, isCounted } from './counted-meanwhile.ts'
import { beingFilled } from './leftovers.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { keepRows } from './take-back.ts'

/**
 * A column whose values differ from row to row would write the whole table anew. It comes empty, with its default for
 * rows to come; the rows that are there get theirs in batches. Until then its comment says so, for the run after one
 * that died. An identity counts by a sequence of ours in the meantime.
 */
export const filledColumn: Recipe = (each, kitchen) => {
  const column = kitchen.to.get(each.target)
  if (each.does !== 'add-column' || column?.kind !== 'column') return undefined
  const isBegun = kitchen.leftover(column.id) !== undefined
  if (isCounted(column, kitchen))
    return addAndFill(each, column, countedMeanwhile(column, kitchen), isBegun, kitchen)
  const given = each.makes.map((id) => kitchen.to.get(id)).find((object) => object?.kind === 'default')
  if (given?.kind !== 'default') return undefined
  if (!isBegun && (!kitchen.isBusy(column.parent) || !writesTable(column, given, kitchen.to)))
    return undefined
  return addAndFill(each, column, givenBy(given), isBegun, kitchen)
}

/** The mark of a column that is being filled must stay until it is; then its own comment comes by itself. */
export const commentAfterFill: Recipe = (each, kitchen) => {
  const create = each.verb === 'comment' ? kitchen.createOf(each.target) : undefined
  return create && filledColumn(create, kitchen) ? [] : undefined
}

/** Where the values come from. */
export interface Filler {
  /** The default of rows to come, and of those that are there. */
  readonly expression: string
  readonly id: ObjectId
  /** What the default stands on, made before it. */
  readonly before: readonly Action[]
  /** Once every row has a value, and the column is NOT NULL where it is to be. */
  after(ready: readonly string[]): readonly Action[]
}

function givenBy({ id, attributes: { expression } }: DefaultObject): Filler {
  return { id, expression, before: [], after: () => [] }
}

function addAndFill(
  each: Action,
  column: ColumnObject,
  filler: Filler,
  isBegun: boolean,
  kitchen: Kitchen,
): Action[] {
  if (isBegun)
    for (const id of [column.id, partId('default', column.parent ?? '', column.name)]) kitchen.reuse(id)
  const path = pathOf(column.parent ?? '')
  const table = `ALTER TABLE ${path}`
  const name = quoteIdentifier(column.name)
  const bare = { ...column, attributes: { ...column.attributes, notNull: false, identity: null } }
  const [marked, filled, required] = [`marked:${column.id}`, `filled:${column.id}`, `not-null:${column.id}`]
  const { notNull } = column.attributes
  const keeper = keepRows(column, marked, kitchen)
  const finish = filler.after(notNull ? [filled, required] : [filled])
  const fill = `UPDATE ${path} SET ${name} = DEFAULT WHERE ${nullTest(column)}`
  return [
    {
      ...each,
      sql: `${table} ADD COLUMN ${isBegun ? 'IF NOT EXISTS ' : ''}${columnDefinition(bare, undefined)}`,
      makes: each.makes.filter((id) => id !== filler.id),
      does: null,
    },
    action('alter', column.id, commentOn(column, beingFilled), { needs: [column.id], makes: [marked] }),
    ...filler.before,
    action('alter', column.id, `${table} ALTER COLUMN ${name} SET DEFAULT ${filler.expression}`, {
      needs: [...each.needs, column.id, ...filler.before.flatMap(({ makes }) => makes)],
      makes: [filler.id],
    }),
    ...keeper.before,
    action('alter', column.id, fill, {
      needs: [column.id, filler.id, marked, ...keeper.ready],
      makes: [filled],
      does: 'fill',
    }),
    ...(notNull
      ? [
          action('alter', column.id, `${table} ALTER COLUMN ${name} SET NOT NULL`, {
            needs: [filled],
            makes: [required],
            does: 'not-null',
          }),
        ]
      : []),
    ...keeper.after(filled),
    ...finish,
    action('alter', column.id, commentOn(column, column.comment), {
      needs: [filled, ...finish.flatMap(({ makes }) => makes)],
    }),
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
