import { rowLockTimeoutMs } from '../limits.ts'
import { begin } from '../message.ts'
import type { Run } from '../run.ts'
import type { RunCompanions } from '../run-port.ts'
import { fence, ofStep, other, type Statement } from '../statements.ts'
import { brakesQuery } from './brakes.ts'
import { type BackfillStatement, seeAllRows, type TablePart } from './parts.ts'

/** Blocks of one part, from `from` to before `to`. */
export interface BlockRange {
  readonly part: TablePart
  readonly from: number
  readonly to: number
}

export interface BatchMessage {
  readonly statements: readonly Statement[]
  /** Where the answers stand: rows written, how long the rows were held and who waits for them, what may brake us. */
  readonly update: number
  readonly held: number
  readonly brakes: number
}

/**
 * One batch: a range of blocks in one short transaction, one message. Blocks rather than keys, because they need no
 * index, are read in the order they lie in, and cost the same at any size of table (TID range scans, PostgreSQL 14).
 * Triggers of the table's owner fire as for any UPDATE: only a superuser could turn them off.
 */
export function batchMessage(
  statement: BackfillStatement,
  range: BlockRange,
  number: number,
  journal: readonly string[],
  run: Run,
): BatchMessage {
  const companions: RunCompanions = run.port.companions
  const before: Statement[] = [
    ...begin(companions.fence(), run.database),
    ...batchSettings.map(fence),
    fence(`SET LOCAL statement_timeout = ${timeLimit(range, run)}`),
  ]
  const journalled = journal.map(other)
  const control = companions.control()
  return {
    statements: [
      ...before,
      ...ofStep(number, updateOf(statement, range), run),
      ...journalled,
      other(heldQuery),
      other('COMMIT'),
      other(brakesQuery),
      ...(control === undefined ? [] : [other(control)]),
    ],
    update: before.length,
    held: before.length + 1 + journalled.length,
    brakes: before.length + journalled.length + 3,
  }
}

function updateOf({ alias, rest }: BackfillStatement, { part, from, to }: BlockRange): string {
  return `UPDATE ONLY ${part.name} AS ${alias} ${rest} AND ${alias}.ctid >= '(${from},0)' AND ${alias}.ctid < '(${to},0)'`
}

/** A batch that turns out dear is rolled back and made smaller; one block alone must get through. */
function timeLimit({ from, to }: BlockRange, { port }: Run): number {
  return to - from > 1 ? Math.max(1_000, 10 * port.limits.batchMs) : 60_000
}

/** An index on what the condition asks for would be searched anew for every range. */
const batchSettings = [
  `SET LOCAL lock_timeout = ${rowLockTimeoutMs}`,
  'SET LOCAL enable_indexscan = off',
  'SET LOCAL enable_bitmapscan = off',
  'SET LOCAL jit = off',
  seeAllRows,
]

/** Milliseconds since BEGIN, and how many sessions wait for us. */
const heldQuery = `SELECT extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000,
  (SELECT count(*) FROM pg_locks w WHERE NOT w.granted AND pg_backend_pid() = ANY (pg_blocking_pids(w.pid)))`
