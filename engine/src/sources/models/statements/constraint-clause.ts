import { unreachable } from '../../../assert/unreachable.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { ConstraintModel } from '../model.ts'
import { columnList, includeClause } from './column-list.ts'
import { deferrableClause } from './deferrable-clause.ts'

/** A table constraint as CREATE TABLE and ADD write it. */
export function constraintClause(constraint: ConstraintModel): string {
  const name = constraint.name === undefined ? '' : `CONSTRAINT ${quoteIdentifier(constraint.name)} `
  return name + definition(constraint)
}

function definition(constraint: ConstraintModel): string {
  switch (constraint.kind) {
    case 'primary-key': {
      const { columns, include, deferrable } = constraint
      return `PRIMARY KEY ${columnList(columns)}${includeClause(include)}${deferrableClause(deferrable)}`
    }
    case 'unique': {
      const { columns, include, nullsNotDistinct, deferrable } = constraint
      const nulls = nullsNotDistinct ? 'NULLS NOT DISTINCT ' : ''
      return `UNIQUE ${nulls}${columnList(columns)}${includeClause(include)}${deferrableClause(deferrable)}`
    }
    case 'check':
      return `CHECK (${constraint.expression})${constraint.noInherit ? ' NO INHERIT' : ''}`
    case 'exclusion': {
      const { using, elements, where, deferrable } = constraint
      const predicate = where === undefined ? '' : ` WHERE (${where})`
      return `EXCLUDE USING ${quoteIdentifier(using)} (${elements})${predicate}${deferrableClause(deferrable)}`
    }
    default:
      return unreachable(constraint)
  }
}
