/** Rows in a fixed order, and where the next page begins: never counted from the start, so every page costs the same. */
export interface Page<Row, Cursor> {
  readonly rows: readonly Row[]
  /** For the next call's `before`; null at the end. */
  readonly next: Cursor | null
}

export function pageOf<Row, Cursor>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): Page<Row, Cursor> {
  const last = rows.at(-1)
  return { rows, next: last !== undefined && rows.length === limit ? cursorOf(last) : null }
}

/** Where a page that is the first begins: the greatest bigint, as text because a number cannot say it. */
export const afterAllIds = '9223372036854775807'

const mostRows = 100

/**
 * A statement for each length of a page: planned once for all calls, it can only be planned well with the length in
 * its text, because a tenth of the table is what PostgreSQL expects of a LIMIT that it does not know.
 */
export function perLimit<Statement>(make: (limit: number) => Statement): (limit: number) => Statement {
  const made = new Map<number, Statement>()
  return (limit) => {
    if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
      throw new RangeError(`a page has 1 to ${mostRows} rows, not ${limit}`)
    const known = made.get(limit) ?? make(limit)
    made.set(limit, known)
    return known
  }
}
