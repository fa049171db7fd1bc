import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import type { avatars } from '../models/index.ts'
import { statement } from '../transaction/statement.ts'
import { afterAllIds, type Page, pageOf, perLimit } from './page.ts'

export interface MarketCard
  extends Pick<
    typeof avatars.$inferSelect,
    'title' | 'previewImageUrl' | 'nationality' | 'gender' | 'nsfwAllowed'
  > {
  readonly avatar: number
  readonly influencer: number
  readonly nickname: string
  /** As PostgreSQL writes it, with the microseconds that a Date would lose. */
  readonly createdAt: string
}

export interface MarketCursor {
  readonly createdAt: string
  readonly avatar: number
}

export interface MarketQuery {
  readonly before?: MarketCursor | null
  readonly limit?: number
}

type MarketRow = Omit<MarketCard, 'avatar' | 'influencer'> & {
  readonly avatar: string
  readonly influencer: string
}

const market = perLimit((limit) =>
  statement<{ createdAt: string; avatar: number | string }, MarketRow>(
    ({ createdAt, avatar }) => sql`
      SELECT avatars.id AS avatar, title, preview_image_url AS "previewImageUrl", nationality, gender,
        nsfw_allowed AS "nsfwAllowed", influencer_id AS influencer, users.nickname,
        avatars.created_at::text AS "createdAt"
      FROM avatars JOIN users ON users.id = avatars.influencer_id
      WHERE avatars.is_public AND avatars.status = 'active'
        AND (avatars.created_at, avatars.id) < (${createdAt}::timestamptz, ${avatar}::bigint)
      ORDER BY avatars.created_at DESC, avatars.id DESC
      LIMIT ${sql.raw(String(limit))}`,
  ),
)

/** Hot read: the avatars that anybody may use, the newest first. */
export async function readMarket(
  db: AvatarbankDatabase,
  { before, limit = 24 }: MarketQuery = {},
): Promise<Page<MarketCard, MarketCursor>> {
  const rows = await market(limit)(db, before ?? { createdAt: 'infinity', avatar: afterAllIds })
  const cards = rows.map((row) => ({
    ...row,
    avatar: Number(row.avatar),
    influencer: Number(row.influencer),
  }))
  return pageOf(cards, limit, ({ createdAt, avatar }) => ({ createdAt, avatar }))
}
