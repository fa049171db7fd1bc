import { fillingSetting } from '../../plan/filling-setting.ts'
import { emptyPath, usualPath } from '../../sql/search-path.ts'
import { rowLockTimeoutMs } from '../limits.ts'
import { begin } from '../message.ts'
import type { Run } from '../run.ts'
import { fence, ofStep, other, type Statement } from '../statements.ts'
import type { Filler } from './filler.ts'
import { type BackfillStatement, seeAllRows } from './parts.ts'
import type { BlockRange } from './walk.ts'

export interface BatchMessage {
  readonly statements: readonly Statement[]
  /** Where the answers stand: rows written, how long the rows were held and who waits for them, those to the questions. */
  readonly update: number
  readonly held: number
  readonly answers: number
}

/** What only the run's own session sends along. */
export interface BatchExtras {
  /** In the batch's transaction, after its rows. */
  readonly journal: readonly string[]
  /** After it. */
  readonly questions: readonly string[]
}

/**
 * One batch: a range of blocks in one short transaction, one message. Blocks rather than keys, because they need no
 * index, are read in the order they lie in, and cost the same at any size of table (TID range scans, PostgreSQL 14).
 * Triggers of the table's owner fire as for any UPDATE: only a superuser could turn them off. They can ask for a setting.
 */
export function batchMessage(
  statement: BackfillStatement,
  range: BlockRange,
  number: number,
  { journal, questions }: BatchExtras,
  { run, fence: proof }: Filler,
): BatchMessage {
  const before: Statement[] = [
    ...begin([], run.database),
    ...batchSettings.map(fence),
    fence(`SET LOCAL statement_timeout = ${timeLimit(range, run)}`),
    ...proof(range.part),
    fence(usualPath),
  ]
  const journalled = journal.map(other)
  return {
    statements: [
      ...before,
      ...ofStep(number, updateOf(statement, range), run),
      other(emptyPath),
      ...journalled,
      other(heldQuery),
      other('COMMIT'),
      ...questions.map(other),
    ],
    update: before.length,
    held: before.length + journalled.length + 2,
    answers: before.length + journalled.length + 4,
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
  `SET LOCAL ${fillingSetting} = 'on'`,
  seeAllRows,
]

/** Milliseconds since BEGIN, and how many sessions wait for us. */
const heldQuery = `SELECT extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000,
  (SELECT count(*) FROM pg_locks w WHERE NOT w.granted AND pg_backend_pid() = ANY (pg_blocking_pids(w.pid)))`
