import type { DomainDatabase } from './domain-database.ts'

export type Cell = string | number | boolean | null | Expression
export type Cells = Readonly<Record<string, Cell>>

/** SQL in place of a value. */
export interface Expression {
  readonly sql: string
}
export const now: Expression = { sql: 'now()' }
export const uuid: Expression = { sql: 'gen_random_uuid()' }

export function insertSql(table: string, cells: Cells): string {
  const columns = Object.keys(cells)
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => write(cells[column]!)).join(', ')})`
}

export function updateSql(table: string, id: number, cells: Cells): string {
  const assignments = Object.entries(cells).map(([column, cell]) => `${column} = ${write(cell)}`)
  return `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ${id}`
}

/** Inserts a row and gives its id. */
export async function insert(database: DomainDatabase, table: string, cells: Cells): Promise<number> {
  const [row] = await database.query(`${insertSql(table, cells)} RETURNING id`)
  return Number(row?.['id'])
}

function write(cell: Cell): string {
  if (cell === null) return 'NULL'
  if (typeof cell === 'object') return cell.sql
  return typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell)
}
