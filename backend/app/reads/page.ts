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
