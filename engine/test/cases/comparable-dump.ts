import { normaliseDump } from '../support/pg-dump.ts'

/**
 * A dump in which the order of columns does not show: it is no difference between tables that are there. The lines
 * inside each CREATE TABLE are sorted; everything else stays where pg_dump put it.
 */
export function comparableDump(text: string): string {
  const lines = normaliseDump(text).split('\n')
  const sorted: string[] = []
  for (let i = 0; i < lines.length; i++) {
    sorted.push(columnsInOrder(lines[i]!))
    if (!/^CREATE (UNLOGGED |FOREIGN )?TABLE .*\($/.test(lines[i]!)) continue
    const end = lines.findIndex((line, at) => at > i && line.startsWith(')'))
    const inside = lines.slice(i + 1, end).map((line) => line.replace(/,$/, ''))
    sorted.push(...inside.sort())
    i = end - 1
  }
  return sorted.join('\n')
}

/** Columns of a published table, and of statistics, stand in the table's order. */
function columnsInOrder(line: string): string {
  const inOrder = (columns: string) => columns.split(', ').sort().join(', ')
  return line
    .replace(
      /^(ALTER PUBLICATION .* ADD TABLE ONLY \S+ \()([^()]*)\)/,
      (_, start: string, columns: string) => `${start}${inOrder(columns)})`,
    )
    .replace(
      /^(CREATE STATISTICS .* ON )([^()]*)( FROM )/,
      (_, start: string, columns: string, end: string) => start + inOrder(columns) + end,
    )
}
