import { Param, Placeholder, SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import { attempt } from './attempt.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'
import { writableLiteral } from './writable-literal.ts'

/**
 * A fragment where one table is in sight (check, default, generated column, index): columns by their bare names,
 * because Drizzle's `"orders"."id"` is refused in some of these places.
 */
export function fragmentOfTable(fragment: SQL, origin: string, reading: Reading): string {
  return render(fragment, origin, reading, 'indexes')
}

/** A fragment where several tables may meet (view, policy): columns with their table. */
export function fragmentOfQuery(fragment: SQL, origin: string, reading: Reading): string {
  return render(fragment, origin, reading, undefined)
}

function render(fragment: SQL, origin: string, reading: Reading, source: 'indexes' | undefined): string {
  const dialect = Object.assign(new PgDialect(reading.casing && { casing: reading.casing }), {
    escapeName: quoteIdentifier,
    // Values become constants: a stored expression has no parameters.
    escapeParam: (_: number, value: unknown) => constant(value, origin),
  })
  return attempt('MODELS-DEFINITION-FAILED', origin, () =>
    dialect.sqlToQuery(withoutInlining(fragment), source).sql.trim(),
  )
}

/** A negative number in brackets: `a -${-1}` would start a comment otherwise. */
function constant(value: unknown, origin: string): string {
  if (isEntity(value, Placeholder) || isEntity(value, Param))
    throw new TrueupError('MODELS-PLACEHOLDER', { origin })
  const literal = writableLiteral(value, origin)
  return literal.startsWith('-') ? `(${literal})` : literal
}

/** Drizzle's own inlining (`.inlineParams()`, all view queries) writes dates and arrays as JavaScript prints them. */
function withoutInlining(fragment: SQL): SQL {
  return new SQL(fragment.queryChunks.map((chunk) => (isEntity(chunk, SQL) ? withoutInlining(chunk) : chunk)))
}
