import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { rowsOf } from '../transaction/rows-of.ts'
import { type Invariant, invariants } from './invariants.ts'

/** How an invariant stands: with no breach it holds. */
export interface Finding {
  readonly invariant: Invariant
  readonly breaches: number
  /** The smallest keys of rows that break it, at most five. */
  readonly examples: readonly number[]
  readonly milliseconds: number
}

export interface CheckOptions {
  /** Called before each query. */
  readonly progress?: (invariant: Invariant) => void
  readonly signal?: AbortSignal
}

/**
 * Asks every invariant in one snapshot (REPEATABLE READ, manual 13.2.2), so work that goes on meanwhile is seen
 * either whole or not at all. Takes no lock that anybody waits for, and as long as it needs.
 */
export function checkInvariants(
  db: AvatarbankDatabase,
  { progress, signal }: CheckOptions = {},
): Promise<readonly Finding[]> {
  return db.transaction(
    async (transaction) => {
      await transaction.execute(sql`SET LOCAL statement_timeout = 0`)
      const findings: Finding[] = []
      for (const invariant of invariants) {
        signal?.throwIfAborted()
        progress?.(invariant)
        const start = performance.now()
        const [row] = await rowsOf<Counted>(transaction, sql.raw(counted(invariant)))
        findings.push({ invariant, ...readCount(row), milliseconds: performance.now() - start })
      }
      return findings
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

interface Counted {
  readonly breaches: number
  readonly examples: string | null
}

function counted({ sql: query }: Invariant): string {
  return `SELECT count(*)::integer AS breaches, array_to_string((array_agg(id ORDER BY id))[1:5], ' ') AS examples
    FROM (${query}) AS breach (id)`
}

function readCount(row: Counted | undefined): Pick<Finding, 'breaches' | 'examples'> {
  return { breaches: row?.breaches ?? 0, examples: row?.examples ? row.examples.split(' ').map(Number) : [] }
}
