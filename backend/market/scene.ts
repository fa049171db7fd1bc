import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../app/db.ts'
import { rowsOf } from '../app/transaction/rows-of.ts'
import { openRecent, type Recent } from './recent.ts'

/** What the clients of a market know of it, all of them together: whom to be, what to look at, what is going on. */
export interface Scene {
  /** Ids of users are 1 to this; some of them are closed or suspended. */
  users: number
  readonly influencers: readonly number[]
  readonly admins: readonly number[]
  /** In the market when the run began, and since. */
  readonly avatars: Recent<{ readonly avatar: number; readonly influencer: number }>
  readonly finished: Recent<OwnImage>
  /** Asked for and perhaps not finished. */
  readonly open: Recent<OwnImage & { readonly idempotencyKey: string; readonly avatar: number }>
  readonly shares: Recent<OwnImage & { readonly token: string }>
  /** Of generations that this run has started and that have not ended. */
  readonly buyers: Map<number, number>
  /** Taken from the queue, by whom; each is ended once. */
  readonly claimed: { readonly task: number; readonly worker: string; readonly nsfwAllowed: boolean }[]
  /** Users who lacked credits. */
  readonly poor: Recent<number>
  readonly payouts: Recent<{ readonly request: number; readonly status: 'pending' | 'approved' }>
  /** A number that this run has not used, for names. */
  fresh(): string
}

export interface OwnImage {
  readonly generation: number
  readonly buyer: number
}

/** Reads whom and what there is; undefined when nobody could be a buyer of anything. */
export async function readScene(db: AvatarbankDatabase): Promise<Scene | undefined> {
  const [people] = await rowsOf<{ users: number; influencers: number[]; admins: number[] }>(
    db,
    sql`SELECT coalesce(max(id), 0)::integer AS users,
      array(SELECT id::integer FROM users WHERE role = 'influencer' AND status = 'active' LIMIT 2000) AS influencers,
      array(SELECT id::integer FROM users WHERE role = 'admin' AND status = 'active' LIMIT 100) AS admins
    FROM users`,
  )
  const avatars = await rowsOf<{ avatar: number; influencer: number }>(
    db,
    sql`SELECT id::integer AS avatar, influencer_id::integer AS influencer FROM avatars
      WHERE is_public AND status = 'active' ORDER BY created_at DESC, id DESC LIMIT 1000`,
  )
  if (!people?.users || avatars.length === 0 || people.admins.length === 0) return undefined
  const finished = await rowsOf<OwnImage>(
    db,
    sql`SELECT id::integer AS generation, buyer_id::integer AS buyer FROM (
        SELECT id, buyer_id, status FROM generations ORDER BY id DESC LIMIT 2000
      ) AS latest WHERE status = 'success' LIMIT 500`,
  )
  const shares = await rowsOf<OwnImage & { token: string }>(
    db,
    sql`SELECT generation_id::integer AS generation, buyer_id::integer AS buyer, share_token AS token
      FROM shared_generations JOIN generations ON generations.id = generation_id
      WHERE is_public ORDER BY published_at DESC, shared_generations.id DESC LIMIT 500`,
  )
  const payouts = await rowsOf<{ request: number; status: 'pending' | 'approved' }>(
    db,
    sql`SELECT id::integer AS request, status FROM payout_requests WHERE status IN ('pending', 'approved') LIMIT 200`,
  )
  const start = Date.now().toString(36)
  let made = 0
  return {
    ...people,
    avatars: openRecent(1_000, avatars),
    finished: openRecent(500, finished),
    open: openRecent(500),
    shares: openRecent(500, shares),
    buyers: new Map(),
    claimed: [],
    poor: openRecent(100),
    payouts: openRecent(200, payouts),
    fresh: () => `${start}${(made++).toString(36)}`,
  }
}
