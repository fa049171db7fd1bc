export type Cell = string | number | boolean | Moment | null

/** Milliseconds since 1970, to be written as a timestamp. */
export interface Moment {
  readonly at: number
}

/** One line of COPY's text format (manual, COPY, "Text Format"). */
export function copyLine(cells: readonly Cell[]): string {
  let line = ''
  for (let i = 0; i < cells.length; i++) line += i === 0 ? text(cells[i]!) : `\t${text(cells[i] ?? null)}`
  return `${line}\n`
}

function text(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell === 'object') return new Date(cell.at).toISOString()
  return special.test(cell) ? cell.replace(specials, (letter) => escapes[letter]!) : cell
}

const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
