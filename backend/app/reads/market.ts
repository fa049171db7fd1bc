import { and, desc, eq, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { avatars, users } from '../models/index.ts'
import { type Page, pageOf } from './page.ts'

const card = {
  avatar: avatars.id,
  title: avatars.title,
  previewImageUrl: avatars.previewImageUrl,
  nationality: avatars.nationality,
  gender: avatars.gender,
  nsfwAllowed: avatars.nsfwAllowed,
  influencer: avatars.influencerId,
  nickname: users.nickname,
  /** As PostgreSQL writes it, with the microseconds that a Date would lose. */
  createdAt: sql<string>`${avatars.createdAt}::text`,
}

export interface MarketCursor {
  readonly createdAt: string
  readonly avatar: number
}

export interface MarketQuery {
  readonly before?: MarketCursor | null
  readonly limit?: number
}

/** Hot read: the avatars that anybody may use, the newest first. */
export async function readMarket(db: AvatarbankDatabase, { before, limit = 24 }: MarketQuery = {}) {
  const from = before
    ? sql`(${avatars.createdAt}, ${avatars.id}) < (${before.createdAt}::timestamptz, ${before.avatar}::bigint)`
    : undefined
  const rows = await db
    .select(card)
    .from(avatars)
    .innerJoin(users, eq(users.id, avatars.influencerId))
    .where(and(avatars.isPublic, sql`${avatars.status} = 'active'`, from))
    .orderBy(desc(avatars.createdAt), desc(avatars.id))
    .limit(limit)
  return pageOf(rows, limit, ({ createdAt, avatar }): MarketCursor => ({ createdAt, avatar }))
}

export type MarketPage = Page<Awaited<ReturnType<typeof readMarket>>['rows'][number], MarketCursor>
