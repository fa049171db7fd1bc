import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { rowsOf } from '../../transaction/rows-of.ts'

/** Earned and neither requested nor paid out, of the latest rows of a ledger. */
export interface Earned {
  readonly credits: number
  /** The last row of the ledger that is counted in. */
  readonly upTo: number
}

const payoutTypes = sql.raw(`('earning', 'payout', 'payout_return')`)

/**
 * Whether so much was earned, told by the latest rows alone; nothing where it was not. At no moment has anybody
 * cashed out more than was earned, so what lies before cannot take away from what came since. Rows are read back to
 * the moment when as little was payable as will be afterwards: mostly to the last payout.
 *
 * BETWEEN has the planner order by the user, too: by `id` alone it may read the whole table's latest rows instead.
 */
export async function readEnoughEarned(
  db: AvatarbankDatabase,
  { influencer, credits }: { readonly influencer: number; readonly credits: number },
): Promise<Earned | undefined> {
  const [enough] = await rowsOf<{ credits: string; up_to: string }>(
    db,
    sql`SELECT credits, up_to FROM (
        SELECT sum(amount) OVER latest AS credits, max(id) OVER latest AS up_to FROM transactions
        WHERE user_id BETWEEN ${influencer} AND ${influencer} AND type IN ${payoutTypes}
        WINDOW latest AS (ORDER BY user_id, id DESC ROWS UNBOUNDED PRECEDING)
      ) AS ledger
      WHERE credits >= ${credits} LIMIT 1`,
  )
  return enough && { credits: Number(enough.credits), upTo: Number(enough.up_to) }
}

/** Of a whole ledger, or of the rows after one. */
export async function sumEarned(db: AvatarbankDatabase, influencer: number, after = 0): Promise<number> {
  const [ledger] = await rowsOf<{ credits: string | null }>(
    db,
    sql`SELECT sum(amount) AS credits FROM transactions
      WHERE user_id = ${influencer} AND id > ${after} AND type IN ${payoutTypes}`,
  )
  return Number(ledger?.credits ?? 0)
}
