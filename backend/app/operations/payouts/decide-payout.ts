import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { payoutRequests, users } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'
import { moveCredits } from '../ledger/move-credits.ts'
import { audit } from '../logs/audit.ts'

export type PayoutDecision = { readonly request: number; readonly admin: number } & (
  | { readonly kind: 'approved' }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** With the provider's id of the payment. */
  | { readonly kind: 'paid'; readonly payoutTxId: string }
  | { readonly kind: 'failed'; readonly reason: string }
)

export type DecideOutcome =
  | { readonly kind: 'decided'; readonly returned: number }
  /** Decided otherwise meanwhile, or never there. */
  | { readonly kind: 'not-open' }
  | { readonly kind: 'own-request' }
  | { readonly kind: 'not-an-admin' }

/** What a request is before each decision. */
const before = { approved: 'pending', rejected: 'pending', paid: 'approved', failed: 'approved' } as const

/**
 * Operation 18: the credits return exactly when a request is rejected or fails. Locks the user's row before the
 * request: a new request holds that row while it waits on the unique index of open requests.
 */
export function decidePayout(db: AvatarbankDatabase, decision: PayoutDecision): Promise<DecideOutcome> {
  const { request, admin, kind } = decision
  return operate<DecideOutcome>(db, 'decide-payout', async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const user = await lockUserOf(tx, request)
    if (user === undefined) return { kind: 'not-open' }
    if (user === admin) return { kind: 'own-request' }
    const [decided] = await tx
      .update(payoutRequests)
      .set({
        status: kind,
        adminId: admin,
        ...('reason' in decision && { reason: decision.reason }),
        ...('payoutTxId' in decision && { payoutTxId: decision.payoutTxId }),
      })
      .where(and(eq(payoutRequests.id, request), eq(payoutRequests.status, before[kind])))
      .returning({ credits: payoutRequests.creditsRequested, usd: payoutRequests.usdAmount })
    if (decided === undefined) return { kind: 'not-open' }
    const returned = kind === 'rejected' || kind === 'failed' ? decided.credits : 0
    if (returned > 0) {
      const of = { moneyAmount: decided.usd, payoutRequestId: request }
      await moveCredits(tx, { user, type: 'payout_return', amount: returned, of })
    }
    await audit(tx, { by: admin, action: `payout_${kind}`, target: { type: 'payout_request', id: request } })
    return { kind: 'decided', returned }
  })
}

async function lockUserOf(tx: AvatarbankDatabase, request: number): Promise<number | undefined> {
  const [asked] = await tx
    .select({ user: payoutRequests.userId })
    .from(payoutRequests)
    .where(eq(payoutRequests.id, request))
  if (asked === undefined) return undefined
  await tx.select({ id: users.id }).from(users).where(eq(users.id, asked.user)).for('no key update')
  return asked.user
}
