import { and, eq, inArray, sum } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { payoutRequests, transactions, users } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate, type Refuse } from '../../transaction/operate.ts'
import { changeBalance, enterMovement } from '../ledger/move-credits.ts'

export interface PayoutRequest {
  readonly influencer: number
  /** Whole steps of 10, which is 1 USD. */
  readonly credits: number
  /** Where the money goes. */
  readonly account: string
}

export type RequestOutcome =
  | { readonly kind: 'requested'; readonly request: number; readonly balance: number }
  | { readonly kind: 'not-whole-steps' }
  /** Bought and given credits cannot be cashed out. */
  | { readonly kind: 'more-than-payable'; readonly payable: number }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'not-an-influencer' }

/**
 * Operation 17: payouts never exceed earnings; one open request. The debit locks the user's row first, and what was
 * earned is summed up under that lock.
 */
export async function requestPayout(db: AvatarbankDatabase, request: PayoutRequest): Promise<RequestOutcome> {
  const { influencer, credits, account } = request
  if (!Number.isInteger(credits) || credits <= 0 || credits % 10 !== 0) return { kind: 'not-whole-steps' }
  try {
    return await operate<RequestOutcome>(db, 'request-payout', async (tx, refuse) => {
      const balance = await debit(tx, request, refuse)
      const usd = String(credits / 10)
      const [added] = await tx
        .insert(payoutRequests)
        .values({ userId: influencer, creditsRequested: credits, usdAmount: usd, payoutAccount: account })
        .returning({ id: payoutRequests.id })
      const payoutRequestId = added!.id
      const of = { moneyAmount: usd, payoutRequestId }
      await enterMovement(tx, { user: influencer, type: 'payout', amount: -credits, of }, balance)
      return { kind: 'requested', request: payoutRequestId, balance }
    })
  } catch (error) {
    if (brokenUniqueness(error) !== 'payout_requests_user_id_uq') throw error
    return { kind: 'already-open' }
  }
}

/** Gives the new balance. */
async function debit(
  tx: AvatarbankDatabase,
  { influencer, credits }: PayoutRequest,
  refuse: Refuse<RequestOutcome>,
): Promise<number> {
  const may = and(eq(users.role, 'influencer'), eq(users.status, 'active'))
  const balance = await changeBalance(tx, influencer, -credits, may)
  const earned = await readEarned(tx, influencer)
  if (balance !== undefined && earned >= credits) return balance
  const [user] = await tx
    .select({ balance: users.creditBalance })
    .from(users)
    .where(and(eq(users.id, influencer), may))
  if (user === undefined) return refuse({ kind: 'not-an-influencer' })
  const before = balance === undefined ? user.balance : balance + credits
  return refuse({ kind: 'more-than-payable', payable: Math.min(before, earned) })
}

/** What was earned and neither requested nor paid out. */
export async function readEarned(db: AvatarbankDatabase, influencer: number): Promise<number> {
  const [ledger] = await db
    .select({ earned: sum(transactions.amount).mapWith(Number) })
    .from(transactions)
    .where(
      and(
        eq(transactions.userId, influencer),
        inArray(transactions.type, ['earning', 'payout', 'payout_return']),
      ),
    )
  return ledger?.earned ?? 0
}
