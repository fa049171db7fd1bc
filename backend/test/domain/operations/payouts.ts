import type { DomainDatabase } from '../domain-database.ts'
import { insert } from '../rows.ts'
import { audit, moveCredits, one, Refused, transaction } from './steps.ts'

/** The user's row first: it is the lock, and the debit. */
export function requestPayout(database: DomainDatabase, user: number, credits: number): Promise<number> {
  return transaction(database, async () => {
    const { credit_balance } = await one(
      database,
      `UPDATE users SET credit_balance = credit_balance - ${credits}
       WHERE id = ${user} AND role = 'influencer' AND status = 'active' AND credit_balance >= ${credits}
       RETURNING credit_balance`,
    )
    const { earned } = await one(
      database,
      `SELECT coalesce(sum(amount), 0) AS earned FROM transactions
       WHERE user_id = ${user} AND type IN ('earning', 'payout', 'payout_return')`,
    )
    if (Number(earned) < credits) throw new Refused('more than was earned')
    const request = await insert(database, 'payout_requests', {
      user_id: user,
      credits_requested: credits,
      usd_amount: credits / 10,
      payout_account: 'mina@example.com',
    })
    const after = Number(credit_balance)
    await insert(database, 'transactions', {
      user_id: user,
      type: 'payout',
      amount: -credits,
      credit_before: after + credits,
      credit_after: after,
      money_amount: credits / 10,
      payout_request_id: request,
    })
    return request
  })
}

export interface Decision {
  readonly request: number
  readonly user: number
  readonly admin: number
  readonly from: 'pending' | 'approved'
  readonly to: 'approved' | 'rejected' | 'paid' | 'failed'
}

export function decidePayout(database: DomainDatabase, decision: Decision): Promise<void> {
  const { request, user, admin, from, to } = decision
  return transaction(database, async () => {
    await one(database, `SELECT id FROM users WHERE id = ${user} FOR NO KEY UPDATE`)
    const comesBack = to === 'rejected' || to === 'failed'
    const { credits_requested, usd_amount } = await one(
      database,
      `UPDATE payout_requests SET status = '${to}', admin_id = ${admin},
         reason = ${comesBack ? `'the bank said no'` : 'NULL'},
         payout_tx_id = ${to === 'paid' ? `'tx ${request}'` : 'NULL'}
       WHERE id = ${request} AND status = '${from}' RETURNING credits_requested, usd_amount`,
    )
    if (comesBack)
      await moveCredits(database, {
        user,
        amount: Number(credits_requested),
        type: 'payout_return',
        cells: { money_amount: Number(usd_amount), payout_request_id: request },
      })
    await audit(database, admin, `payout_${to}`, { target_type: 'payout_request', target_id: request })
  })
}
