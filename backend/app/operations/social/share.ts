import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operateAtOnce } from '../../transaction/operate.ts'

export interface ShareRequest {
  readonly generation: number
  readonly buyer: number
  /** `public` is the gallery, and the link as well. */
  readonly visibility: 'link' | 'public'
  readonly expiresAt?: Date
}

export type ShareOutcome =
  | { readonly kind: 'shared'; readonly token: string }
  /** Not an image of one's own, or not a finished one. */
  | { readonly kind: 'not-shareable' }
  | { readonly kind: 'nsfw-not-public' }
  | { readonly kind: 'user-not-active' }

/**
 * Operation 14: public ⇒ success and not NSFW. Sharing again changes visibility and end, and keeps the link and the
 * place in the gallery. One statement; holds the buyer's row as it is, so that no account is closed meanwhile.
 */
export async function shareGeneration(
  db: AvatarbankDatabase,
  { generation, buyer, visibility, expiresAt }: ShareRequest,
): Promise<ShareOutcome> {
  const isPublic = visibility === 'public'
  const token = randomBytes(24).toString('base64url')
  const [found] = await operateAtOnce<{ active: boolean | null; nsfw: boolean | null; token: string | null }>(
    db,
    'share',
    sql`WITH buyer AS MATERIALIZED (
      SELECT id FROM users WHERE id = ${buyer} AND status = 'active' FOR SHARE
    ), image AS (
      SELECT generations.id, nsfw_flag FROM generations, buyer
      WHERE generations.id = ${generation} AND buyer_id = buyer.id AND status = 'success'
    ), share AS (
      INSERT INTO shared_generations AS known (generation_id, share_token, is_public, published_at, expired_at)
      SELECT id, ${token}, ${isPublic}, CASE WHEN ${isPublic}::boolean THEN now() END, ${expiresAt?.toISOString() ?? null}
      FROM image WHERE NOT (${isPublic}::boolean AND nsfw_flag)
      ON CONFLICT (generation_id) DO UPDATE SET is_public = excluded.is_public, expired_at = excluded.expired_at,
        published_at = CASE WHEN excluded.is_public THEN coalesce(known.published_at, excluded.published_at) END
      RETURNING share_token
    )
    SELECT EXISTS (SELECT FROM buyer) AS active, (SELECT nsfw_flag FROM image) AS nsfw,
      (SELECT share_token FROM share) AS token`,
  )
  if (found?.token) return { kind: 'shared', token: found.token }
  if (!found?.active) return { kind: 'user-not-active' }
  return { kind: found.nsfw ? 'nsfw-not-public' : 'not-shareable' }
}

/** Operation 14: the link leads nowhere any more. Gives whether there was a share. */
export async function unshareGeneration(
  db: AvatarbankDatabase,
  { generation, buyer }: { readonly generation: number; readonly buyer: number },
): Promise<boolean> {
  const removed = await operateAtOnce(
    db,
    'unshare',
    sql`DELETE FROM shared_generations USING generations
      WHERE generation_id = ${generation} AND generations.id = generation_id AND buyer_id = ${buyer}
      RETURNING shared_generations.id`,
  )
  return removed.length > 0
}
