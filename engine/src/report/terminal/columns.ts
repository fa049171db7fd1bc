import stringWidth from 'fast-string-width'

/** Pads cells so that columns line up, wide letters counted as two; the last column is left ragged. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[i] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - stringWidth(cell))
        return rightAligned.includes(i) ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd(),
  )
}
