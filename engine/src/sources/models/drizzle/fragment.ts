import { type BuildQueryConfig, Param, Placeholder, SQL } from 'drizzle-orm'
import { TrueupError } from '../../../errors/trueup-error.ts'
import { quoteIdentifier, quoteLiteral } from '../../../sql/quote.ts'
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
  const config: BuildQueryConfig = {
    casing: reading.casingCache,
    escapeName: quoteIdentifier,
    escapeString: quoteLiteral,
    // Values become constants: a stored expression has no parameters.
    escapeParam: (_, value) => constant(value, origin),
    invokeSource: source,
  }
  return attempt('MODELS-DEFINITION-FAILED', origin, () =>
    withoutInlining(fragment).toQuery(config).sql.trim(),
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
