import { and, desc, eq, lt } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { avatars, bookmarks, generations, transactions } from '../models/index.ts'
import { pageOf } from './page.ts'

/** Whose rows, and the `id` before which the page begins. */
export interface OwnRows {
  readonly user: number
  readonly before?: number | null
  readonly limit?: number
}

/** Hot read: the images that a user has asked for, the newest first. The seed is for the buyer, and so it is here. */
export async function readMyImages(db: AvatarbankDatabase, { user, before, limit = 24 }: OwnRows) {
  const rows = await db
    .select({
      id: generations.id,
      avatar: generations.avatarId,
      prompt: generations.prompt,
      seed: generations.seed,
      imageUrl: generations.imageUrl,
      status: generations.status,
      creditsUsed: generations.creditsUsed,
      refundedCredits: generations.refundedCredits,
      createdAt: generations.createdAt,
    })
    .from(generations)
    .where(and(eq(generations.buyerId, user), before ? lt(generations.id, before) : undefined))
    .orderBy(desc(generations.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}

/** Hot read: a user's ledger, the newest first. */
export async function readMyLedger(db: AvatarbankDatabase, { user, before, limit = 50 }: OwnRows) {
  const rows = await db
    .select({
      id: transactions.id,
      type: transactions.type,
      amount: transactions.amount,
      creditAfter: transactions.creditAfter,
      moneyAmount: transactions.moneyAmount,
      currency: transactions.currency,
      generation: transactions.generationId,
      createdAt: transactions.createdAt,
    })
    .from(transactions)
    .where(and(eq(transactions.userId, user), before ? lt(transactions.id, before) : undefined))
    .orderBy(desc(transactions.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}

/** Hot read: the images that a user has saved, the newest bookmark first. */
export async function readMyBookmarks(db: AvatarbankDatabase, { user, before, limit = 24 }: OwnRows) {
  const rows = await db
    .select({
      id: bookmarks.id,
      generation: generations.id,
      avatar: generations.avatarId,
      imageUrl: generations.imageUrl,
      createdAt: bookmarks.createdAt,
    })
    .from(bookmarks)
    .innerJoin(generations, eq(generations.id, bookmarks.generationId))
    .where(and(eq(bookmarks.userId, user), before ? lt(bookmarks.id, before) : undefined))
    .orderBy(desc(bookmarks.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}

/** An influencer's own avatars, the newest first, whatever their state. */
export async function readMyAvatars(db: AvatarbankDatabase, { user, before, limit = 24 }: OwnRows) {
  const rows = await db
    .select({
      id: avatars.id,
      title: avatars.title,
      status: avatars.status,
      isPublic: avatars.isPublic,
      loraPath: avatars.loraPath,
      createdAt: avatars.createdAt,
    })
    .from(avatars)
    .where(and(eq(avatars.influencerId, user), before ? lt(avatars.id, before) : undefined))
    .orderBy(desc(avatars.id))
    .limit(limit)
  return pageOf(rows, limit, ({ id }) => id)
}
