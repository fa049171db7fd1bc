import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import {
  avatars,
  bookmarks,
  generations,
  likes,
  payoutRequests,
  sharedGenerations,
  users,
} from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { moveCredits } from '../ledger/move-credits.ts'
import { audit } from '../logs/audit.ts'

export type CloseOutcome =
  | { readonly kind: 'closed'; readonly forfeited: number }
  | { readonly kind: 'payout-open' }
  | { readonly kind: 'generation-open' }
  /** Closed already, or never there. */
  | { readonly kind: 'no-account' }

/**
 * Operation 21: the account leaves nothing to see, and its ledger still sums up. Locks the user's row first: what
 * opens a generation or a payout waits for it, or was there before and is found.
 */
export function closeAccount(
  db: AvatarbankDatabase,
  { user }: { readonly user: number },
): Promise<CloseOutcome> {
  return operate<CloseOutcome>(db, 'close-account', async (tx) => {
    const [account] = await tx
      .select({ balance: users.creditBalance })
      .from(users)
      .where(and(eq(users.id, user), ne(users.status, 'deleted')))
      .for('no key update')
    if (account === undefined) return { kind: 'no-account' }
    const open = await findOpen(tx, user)
    if (open !== undefined) return { kind: open }
    const forfeited = account.balance
    if (forfeited > 0)
      await moveCredits(tx, {
        user,
        type: 'adjust',
        amount: -forfeited,
        of: { referenceId: 'account closed' },
      })
    await hideEverything(tx, user)
    await tx
      .update(users)
      .set({
        status: 'deleted',
        email: `deleted-${user}`,
        nickname: `deleted-${user}`,
        passwordHash: '',
      })
      .where(eq(users.id, user))
    await audit(tx, { by: user, action: 'account_closed', target: { type: 'user', id: user } })
    return { kind: 'closed', forfeited }
  })
}

async function findOpen(tx: AvatarbankDatabase, user: number) {
  const ofPayouts = and(
    eq(payoutRequests.userId, user),
    inArray(payoutRequests.status, ['pending', 'approved']),
  )
  if ((await tx.$count(payoutRequests, ofPayouts)) > 0) return 'payout-open'
  const ofGenerations = and(
    eq(generations.buyerId, user),
    inArray(generations.status, ['pending', 'processing']),
  )
  if ((await tx.$count(generations, ofGenerations)) > 0) return 'generation-open'
  return undefined
}

async function hideEverything(tx: AvatarbankDatabase, user: number): Promise<void> {
  await tx
    .update(avatars)
    .set({
      isPublic: false,
      status: sql`CASE WHEN ${avatars.status} = 'active' THEN 'hidden' ELSE ${avatars.status} END`,
    })
    .where(eq(avatars.influencerId, user))
  const own = tx.select({ id: generations.id }).from(generations).where(eq(generations.buyerId, user))
  await tx.delete(sharedGenerations).where(inArray(sharedGenerations.generationId, own))
  await tx.delete(likes).where(eq(likes.userId, user))
  await tx.delete(bookmarks).where(eq(bookmarks.userId, user))
}
