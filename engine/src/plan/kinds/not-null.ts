import { nameOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteIdentifier } from '../../sql/quote.ts'

/** The clause of ALTER TABLE that makes a column NOT NULL, under its name where that says something. */
export function notNullAddition(column: ColumnObject): string {
  const { notNullNoInherit, notNullValid } = column.attributes
  const quoted = quoteIdentifier(column.name)
  if (isUsualNotNull(column)) return `ALTER COLUMN ${quoted} SET NOT NULL`
  const suffix = `${notNullNoInherit ? ' NO INHERIT' : ''}${notNullValid ? '' : ' NOT VALID'}`
  return `ADD CONSTRAINT ${quoteIdentifier(nameOfNotNull(column))} NOT NULL ${quoted}${suffix}`
}

/** Whether PostgreSQL makes it as it is wanted where no more than NOT NULL is said. */
export function isUsualNotNull(column: ColumnObject): boolean {
  const { notNullName, notNullNoInherit, notNullValid } = column.attributes
  const isChosen = notNullName === null && nameOfNotNull(column) === usualNameOfNotNull(column)
  return notNullValid && !notNullNoInherit && isChosen
}

/** What the constraint of a NOT NULL is called since PostgreSQL 18. */
export function nameOfNotNull(column: ColumnObject): string {
  return column.facts.notNullConstraint ?? usualNameOfNotNull(column)
}

/** What PostgreSQL 18 calls it unless told otherwise. */
export function usualNameOfNotNull(column: ColumnObject): string {
  return chosenName(nameOf(column.parent ?? ''), column.name, 'not_null')
}
