import type { ColumnObject } from '../../catalog/relations.ts'
import { readConstantList } from '../../sql/constant-list.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import type { Writing } from './writing.ts'

/**
 * The values of a text column that a check restricts to a list: TypeScript may know them, too. Seen only where the
 * check is nothing else, in the spelling that PostgreSQL gives `column IN (…)`.
 */
export function listedValues(
  column: ColumnObject,
  defaultExpression: string | undefined,
  { index, details }: Writing,
): readonly string[] | undefined {
  if (column.attributes.type !== 'text') return undefined
  const start = `${quoteIdentifier(column.name)} = ANY (ARRAY[`
  for (const { id, facts, attributes } of index.partsOfKind(column.parent ?? '', 'constraint')) {
    if (attributes.type !== 'check' || !attributes.validated || facts.columns.length !== 1) continue
    const expression = details.constraints.get(id)?.expression ?? ''
    if (!expression.startsWith(start) || !expression.endsWith('])')) continue
    const list = readConstantList(expression.slice(start.length, -2).replaceAll(/'::text(?=,|$)/g, "'"))
    const values = list?.flatMap((constant) => ('text' in constant ? [constant.text] : [])) ?? []
    if (values.length > 0 && values.length === list?.length && allows(values, defaultExpression))
      return values
  }
  return undefined
}

/** A default outside of the list would not compile. */
function allows(values: readonly string[], expression: string | undefined): boolean {
  const [, constant] = /^'((?:[^']|'')*)'::text$/.exec(expression ?? '') ?? []
  return constant === undefined || values.includes(constant.replaceAll("''", "'"))
}
