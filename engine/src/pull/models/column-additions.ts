import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { type Action, action } from '../../plan/action.ts'
import { columnSettings } from '../../plan/kinds/column.ts'
import { usualNameOfNotNull } from '../../plan/kinds/not-null.ts'
import { doBlock } from '../../sql/do-block.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { saysNotNull } from './columns.ts'
import type { Writing } from './writing.ts'

/** What no model says about a column: attribute options, and NOT NULL constraints that are more than a word. */
export function columnAdditions(column: ColumnObject, { sharedNames }: Writing): Action[] {
  const { attributes } = column
  const table = pathOf(column.parent ?? '')
  const settings = columnSettings({
    ...column,
    attributes: { ...attributes, storage: null, statistics: null },
  })
  const alter = (setting: string) => `ALTER TABLE ${table} ${setting}`
  return [...settings.map(alter), ...notNullAdditions(column, alter, sharedNames)].map((sql) =>
    action('alter', column.id, sql, {}),
  )
}

function notNullAdditions(
  column: ColumnObject,
  alter: (setting: string) => string,
  sharedNames: ReadonlySet<string>,
): string[] {
  const { notNull, notNullName, notNullValid } = column.attributes
  if (!notNull || !notNullValid) return []
  const chosen = usualNameOfNotNull(column)
  const given = quoteIdentifier(notNullName ?? chosen)
  if (!saysNotNull(column))
    return [alter(`ADD CONSTRAINT ${given} NOT NULL ${quoteIdentifier(column.name)} NO INHERIT`)]
  if (sharedNames.has(sharedName(column))) return [renameWhatever(column, notNullName ?? chosen, alter)]
  return notNullName === null || notNullName === chosen
    ? []
    : [alter(`RENAME CONSTRAINT ${quoteIdentifier(chosen)} TO ${given}`)]
}

/** Of several columns with one name to choose, PostgreSQL gives it to the one that is made first, whichever that is. */
function renameWhatever(column: ColumnObject, given: string, alter: (setting: string) => string): string {
  const rename = `${alter('').replaceAll('%', '%%')}RENAME CONSTRAINT %I TO %I`
  return doBlock(
    `FOR each IN SELECT conname FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_attribute a ON attrelid = conrelid AND attnum = conkey[1]
    WHERE conrelid = ${quoteLiteral(pathOf(column.parent ?? ''))}::regclass AND contype = 'n' AND attname = ${quoteLiteral(column.name)} AND conname <> ${quoteLiteral(given)} LOOP
  EXECUTE format(${quoteLiteral(rename)}, each, ${quoteLiteral(given)});
END LOOP;`,
    'each name;',
  )
}

/** Names that PostgreSQL would choose for more than one NOT NULL of a schema: `a_b_c` is of a and b_c, or of a_b and c. */
export function sharedNotNullNames({ catalog }: CatalogIndex): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const object of catalog.objects.values()) {
    if (object.kind !== 'column' || !object.attributes.notNull) continue
    const name = sharedName(object)
    if (seen.has(name)) shared.add(name)
    seen.add(name)
  }
  return shared
}

function sharedName(column: ColumnObject): string {
  return `${column.schema ?? ''}.${usualNameOfNotNull(column)}`
}
