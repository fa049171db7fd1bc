import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { avatars, paymentWebhooks, payoutRequests, users } from '../models/index.ts'
import { pageOf } from './page.ts'

/** What waits for people; the oldest first, `after` the last one seen. */
export interface QueueQuery {
  readonly after?: number | null
  readonly limit?: number
}

/** Avatars that wait for an admin's approval. */
export function readApprovalQueue(db: AvatarbankDatabase, { limit = 50 }: { readonly limit?: number } = {}) {
  return db
    .select({
      avatar: avatars.id,
      title: avatars.title,
      influencer: avatars.influencerId,
      nickname: users.nickname,
      loraPath: avatars.loraPath,
      createdAt: avatars.createdAt,
    })
    .from(avatars)
    .innerJoin(users, eq(users.id, avatars.influencerId))
    .where(sql`${avatars.status} = 'pending'`)
    .orderBy(asc(avatars.createdAt), asc(avatars.id))
    .limit(limit)
}

/** Payout requests in one of the two open states. */
export async function readPayoutQueue(
  db: AvatarbankDatabase,
  { status, after, limit = 50 }: QueueQuery & { readonly status: 'pending' | 'approved' },
) {
  const rows = await db
    .select({
      id: payoutRequests.id,
      user: payoutRequests.userId,
      nickname: users.nickname,
      creditsRequested: payoutRequests.creditsRequested,
      usdAmount: payoutRequests.usdAmount,
      payoutAccount: payoutRequests.payoutAccount,
      createdAt: payoutRequests.createdAt,
    })
    .from(payoutRequests)
    .innerJoin(users, eq(users.id, payoutRequests.userId))
    // Twice the state: the index is for the open ones, which a parameter alone would not prove.
    .where(
      and(
        eq(payoutRequests.status, status),
        sql`${payoutRequests.status} IN ('pending', 'approved')`,
        after ? gt(payoutRequests.id, after) : undefined,
      ),
    )
    .orderBy(asc(payoutRequests.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}

/** Payment events that nobody has settled, with what went wrong. */
export async function readUnprocessedWebhooks(
  db: AvatarbankDatabase,
  { after, limit = 50 }: QueueQuery = {},
) {
  const rows = await db
    .select({
      id: paymentWebhooks.id,
      provider: paymentWebhooks.provider,
      eventId: paymentWebhooks.eventId,
      status: paymentWebhooks.status,
      attempts: paymentWebhooks.attempts,
      errorMessage: paymentWebhooks.errorMessage,
      createdAt: paymentWebhooks.createdAt,
    })
    .from(paymentWebhooks)
    .where(
      and(
        sql`${paymentWebhooks.status} IN ('received', 'failed')`,
        after ? gt(paymentWebhooks.id, after) : undefined,
      ),
    )
    .orderBy(asc(paymentWebhooks.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}
