import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { ColumnModel, IdentityModel } from '../model.ts'
import { sequenceClauses } from './create-sequence.ts'

/** A column as CREATE TABLE writes it. */
export function columnClause(column: ColumnModel, schema: string): string {
  const { compression, collation, identity, generated } = column
  return [
    quoteIdentifier(column.name),
    column.type,
    compression !== undefined && `COMPRESSION ${compression}`,
    collation !== undefined && `COLLATE ${collation}`,
    identity !== undefined && identityClause(identity, schema),
    generated !== undefined &&
      `GENERATED ALWAYS AS (${generated.expression}) ${generated.kind.toUpperCase()}`,
    column.default !== undefined && `DEFAULT ${bracketed(column.default)}`,
    column.notNull && 'NOT NULL',
  ]
    .filter((part) => part !== false)
    .join(' ')
}

function identityClause({ always, sequenceName, options }: IdentityModel, schema: string): string {
  const clauses = [
    ...(sequenceName === undefined ? [] : [`SEQUENCE NAME ${quoteQualified(schema, sequenceName)}`]),
    ...sequenceClauses(options),
  ]
  const details = clauses.length === 0 ? '' : ` (${clauses.join(' ')})`
  return `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${details}`
}

/** DEFAULT takes a narrow kind of expression (b_expr in gram.y), so all but the plainest goes into brackets. */
function bracketed(expression: string): string {
  return /^(?:-?[\w.]+(?:\(\))?|'(?:[^'\\]|'')*')$/.test(expression) ? expression : `(${expression})`
}
