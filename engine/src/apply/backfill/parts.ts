import type { Database } from '../../postgres/database.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'

/** A piece of a table that has blocks of its own: the table itself, or a partition or child of it. */
export interface TablePart {
  /** As SQL writes it, with its schema. */
  readonly name: string
  readonly blocks: number
  /** As far as the statistics know. */
  readonly rowsPerBlock: number
}

/** The statement of a backfill, taken apart at the name of its table. */
export interface BackfillStatement {
  readonly table: string
  readonly alias: string
  /** From SET on. */
  readonly rest: string
}

const name = '(?:"(?:[^"]|"")+"|[^\\s".]+)'
const update = new RegExp(`^UPDATE (?:ONLY )?((?:${name}\\.)*(${name}))\\s+(SET\\s[\\s\\S]*)$`)

/** The plan wrote it as `UPDATE schema.table SET …`, so the name ends at the first SET. */
export function readBackfill(sql: string): BackfillStatement {
  const [, table, alias, rest] = update.exec(sql) ?? []
  if (table === undefined || alias === undefined || rest === undefined)
    throw new Error(`a step in batches must be an UPDATE of one table: ${sql}`)
  return { table, alias, rest }
}

/** Partitions and children with their size now: rows that come later have been written by what the plan did before. */
export async function readParts(table: string, database: Database): Promise<TablePart[]> {
  const [found] = await database.query(`
    WITH RECURSIVE parts (oid) AS (
      SELECT to_regclass(${quoteLiteral(table)})::oid
      UNION SELECT i.inhrelid FROM pg_inherits i JOIN parts ON i.inhparent = parts.oid)
    SELECT n.nspname, c.relname, pg_relation_size(c.oid) / current_setting('block_size')::int,
      CASE WHEN c.reltuples > 0 AND c.relpages > 0 THEN c.reltuples / c.relpages ELSE 60 END
    FROM parts JOIN pg_class c USING (oid) JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' ORDER BY c.oid`)
  return (found?.rows ?? []).map(([schema, relation, blocks, rowsPerBlock]) => ({
    name: `${quoteIdentifier(schema ?? '')}.${quoteIdentifier(relation ?? '')}`,
    blocks: Number(blocks),
    rowsPerBlock: Number(rowsPerBlock),
  }))
}

/** Whether any row still waits for its value: one snapshot of all parts, in which each row is seen exactly once. */
export function remainingQuery({ alias, rest }: BackfillStatement, parts: readonly TablePart[]): string {
  const condition = conditionOf(rest)
  const looks = parts.map((part) => `EXISTS (SELECT FROM ONLY ${part.name} AS ${alias} ${condition})`)
  return `SELECT ${looks.join(' OR ') || 'false'}`
}

/** From the last WHERE that stands in no literal, name or parentheses. */
function conditionOf(rest: string): string {
  let [depth, start] = [0, rest.length]
  for (const { 0: found, index } of rest.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|\bWHERE\b/g)) {
    if (found === '(') depth += 1
    else if (found === ')') depth -= 1
    else if (found === 'WHERE' && depth === 0) start = index
  }
  return rest.slice(start)
}

/** Rows that policies hide would be left without values in silence; this way the server refuses (manual: row_security). */
export const seeAllRows = 'SET LOCAL row_security = off'

export const lookSettings = ['SET LOCAL lock_timeout = 0', 'SET LOCAL statement_timeout = 0', seeAllRows]
