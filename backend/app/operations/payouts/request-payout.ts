import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { payoutRequests, users } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate } from '../../transaction/operate.ts'
import { changeBalance, enterMovement } from '../ledger/move-credits.ts'
import { readEnoughEarned, sumEarned } from './earned.ts'

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
 * Operation 17: payouts never exceed earnings; one open request. What was earned is read before the user's row is
 * locked, as far back as it takes, and then what has come since: the lock is held for a moment, however long the
 * ledger is.
 */
export async function requestPayout(db: AvatarbankDatabase, request: PayoutRequest): Promise<RequestOutcome> {
  const { influencer, credits, account } = request
  if (!Number.isInteger(credits) || credits <= 0 || credits % 10 !== 0) return { kind: 'not-whole-steps' }
  try {
    const requested = await operate<RequestOutcome | undefined>(db, 'request-payout', async (tx, refuse) => {
      const earned = await readEnoughEarned(tx, request)
      if (earned === undefined) return refuse(undefined)
      const balance = await changeBalance(tx, influencer, -credits, mayRequest)
      if (balance === undefined) return refuse(undefined)
      if (earned.credits + (await sumEarned(tx, influencer, earned.upTo)) < credits) return refuse(undefined)
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
    if (requested !== undefined) return requested
  } catch (error) {
    if (brokenUniqueness(error) !== 'payout_requests_user_id_uq') throw error
    return { kind: 'already-open' }
  }
  // What stood in the way may be gone by now: more was earned, a request was rejected.
  return (await findReason(db, request)) ?? requestPayout(db, request)
}

const mayRequest = and(eq(users.role, 'influencer'), eq(users.status, 'active'))

async function findReason(
  db: AvatarbankDatabase,
  { influencer, credits }: PayoutRequest,
): Promise<RequestOutcome | undefined> {
  const [user] = await db
    .select({ balance: users.creditBalance })
    .from(users)
    .where(and(eq(users.id, influencer), mayRequest))
  if (user === undefined) return { kind: 'not-an-influencer' }
  const payable = Math.min(user.balance, await sumEarned(db, influencer))
  return payable < credits ? { kind: 'more-than-payable', payable } : undefined
}
