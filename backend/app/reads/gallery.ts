import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { statement } from '../transaction/statement.ts'
import { afterAllIds, type Page, pageOf, perLimit } from './page.ts'

export interface GalleryCard {
  readonly generation: number
  readonly avatar: number
  /** Storage key. */
  readonly imageUrl: string
  readonly shareToken: string
  /** Of the buyer, who shares it. */
  readonly nickname: string
  /** Counted up to 1000: more is "1000+" to people, and would make the popular image slow to read. */
  readonly likes: number
  /** Whether the viewer likes it. */
  readonly liked: boolean
  readonly cursor: GalleryCursor
}

/** `publishedAt` as PostgreSQL writes it: a Date would lose the microseconds, and with them a card now and then. */
export interface GalleryCursor {
  readonly publishedAt: string
  readonly share: number
}

export interface GalleryQuery {
  readonly before?: GalleryCursor | null
  readonly viewer?: number
  readonly limit?: number
}

export const mostLikesCounted = 1_000

interface GalleryRow {
  readonly generation: string
  readonly avatar: string
  readonly image_url: string
  readonly share_token: string
  readonly nickname: string
  readonly likes: number
  readonly liked: boolean
  readonly published_at: string
  readonly share: string
}

const gallery = perLimit((limit) =>
  statement<{ publishedAt: string; share: number | string; viewer: number | null }, GalleryRow>(
    ({ publishedAt, share, viewer }) => sql`
      SELECT generations.id AS generation, generations.avatar_id AS avatar, generations.image_url,
        shared.share_token, users.nickname, shared.published_at::text, shared.id AS share,
        EXISTS (SELECT FROM likes WHERE generation_id = generations.id AND user_id = ${viewer}) AS liked,
        (SELECT count(*)::integer FROM (
          SELECT FROM likes WHERE generation_id = generations.id LIMIT ${sql.raw(String(mostLikesCounted))}
        ) AS counted) AS likes
      FROM shared_generations AS shared
      JOIN generations ON generations.id = shared.generation_id
      JOIN users ON users.id = generations.buyer_id
      WHERE shared.is_public AND (shared.expired_at IS NULL OR shared.expired_at > now())
        AND (shared.published_at, shared.id) < (${publishedAt}::timestamptz, ${share}::bigint)
      ORDER BY shared.published_at DESC, shared.id DESC
      LIMIT ${sql.raw(String(limit))}`,
  ),
)

/** Hot read: the public gallery, the newest first. Expired shares are passed over while reading. */
export async function readGallery(
  db: AvatarbankDatabase,
  { before, viewer, limit = 24 }: GalleryQuery = {},
): Promise<Page<GalleryCard, GalleryCursor>> {
  const from = before ?? { publishedAt: 'infinity', share: afterAllIds }
  const rows = await gallery(limit)(db, { ...from, viewer: viewer ?? null })
  return pageOf(rows.map(cardOf), limit, ({ cursor }) => cursor)
}

function cardOf(row: GalleryRow): GalleryCard {
  return {
    generation: Number(row.generation),
    avatar: Number(row.avatar),
    imageUrl: row.image_url,
    shareToken: row.share_token,
    nickname: row.nickname,
    likes: row.likes,
    liked: row.liked,
    cursor: { publishedAt: row.published_at, share: Number(row.share) },
  }
}
