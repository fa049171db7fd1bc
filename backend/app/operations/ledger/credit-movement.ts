import { type SQL, sql } from 'drizzle-orm'

/**
 * The terms of a WITH that move credits to users for generations: balances first, whose row locks put every user's
 * ledger in order, then one row of the ledger for each. An earlier term `due (generation_id, user_id, amount)` says
 * what moves; amounts are positive, so that no balance can become negative.
 */
export function creditMovement(type: 'earning' | 'refund'): SQL {
  return sql`balance AS (
      UPDATE users SET credit_balance = users.credit_balance + due.amount
      FROM due WHERE users.id = due.user_id
      RETURNING users.id, users.credit_balance, due.amount, due.generation_id
    ), ledger AS (
      INSERT INTO transactions (user_id, type, amount, credit_before, credit_after, generation_id)
      SELECT id, ${type}, amount, credit_balance - amount, credit_balance, generation_id FROM balance
    )`
}
