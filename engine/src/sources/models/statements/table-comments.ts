import { chosenName } from '../../../sql/chosen-name.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { TableModel } from '../model.ts'
import { commentOn } from './comment-on.ts'

/** The comments on a table and on its parts. */
export function tableComments(table: TableModel): readonly string[] {
  const on = quoteQualified(table.schema, table.name)
  const targets: readonly (readonly [string, string | undefined])[] = [
    [`TABLE ${on}`, table.comment],
    ...table.columns.map(({ name, comment }) => [`COLUMN ${on}.${quoteIdentifier(name)}`, comment] as const),
    ...[...table.constraints, ...table.foreignKeys].map(({ name, comment }) => {
      const given = name ?? chosenName(table.name, null, 'pkey')
      return [`CONSTRAINT ${quoteIdentifier(given)} ON ${on}`, comment] as const
    }),
    ...table.indexes.map(
      ({ name, comment }) => [`INDEX ${quoteQualified(table.schema, name)}`, comment] as const,
    ),
    ...table.triggers.map(
      ({ name, comment }) => [`TRIGGER ${quoteIdentifier(name)} ON ${on}`, comment] as const,
    ),
  ]
  return targets.flatMap(([target, text]) => (text === undefined ? [] : [commentOn(target, text)]))
}
