import { sql } from 'drizzle-orm'
import type { ServerAccess } from '../../../engine/test/support/server-access.ts'
import { connectUrl } from '../../../engine/test/support/targets.ts'
import type { AvatarbankDatabase } from '../../app/db.ts'
import { rowsOf } from '../../app/transaction/rows-of.ts'
import { seedMarket } from '../../seed/seed-market.ts'
import { schemaSql } from '../domain/schema-sql.ts'
import { type Known, latestEarnings } from './hot-queries.ts'

/** A database of its own with a market of the scale, and more of what grows slowly in the years after. */
export async function makeMarket(server: ServerAccess, scale: number) {
  const database = await server.createDatabase()
  const session = await connectUrl(database.url)
  try {
    await session.query(schemaSql())
    await seedMarket(session, { scale, seed: 3, until: new Date() })
    for (const statement of later(Math.round(2_000 * scale))) await session.query(statement)
  } finally {
    await session.close()
  }
  return database
}

/** Decided avatars and payouts behind the few that wait, and somebody who saves many images. */
function later(count: number): readonly string[] {
  return [
    `INSERT INTO avatars (influencer_id, title, status)
      SELECT 4, 'avatar ' || i, CASE WHEN i <= 5 THEN 'pending' ELSE 'rejected' END FROM generate_series(1, ${count}) i`,
    `INSERT INTO payout_requests (user_id, credits_requested, usd_amount, payout_account, status, admin_id, payout_tx_id)
      SELECT 4, 100, 10, 'account', 'paid', 1, 'plan ' || i FROM generate_series(1, ${count}) i`,
    `INSERT INTO payout_requests (user_id, credits_requested, usd_amount, payout_account)
      SELECT id, 100, 10, 'account' FROM users
      WHERE id > 10 AND NOT EXISTS (
        SELECT FROM payout_requests WHERE user_id = users.id AND status IN ('pending', 'approved')
      ) LIMIT 5`,
    `INSERT INTO bookmarks (user_id, generation_id)
      SELECT (SELECT buyer_id FROM generations GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), generation_id
      FROM shared_generations LIMIT 300 ON CONFLICT DO NOTHING`,
    'VACUUM (ANALYZE) avatars, payout_requests, bookmarks',
  ]
}

export async function findKnown(db: AvatarbankDatabase): Promise<Known> {
  const [row] = await rowsOf<
    Record<'buyer' | 'influencer' | 'avatar' | 'generation' | 'owner' | 'share', number> & {
      earnings_since: string
      published: string
      token: string
    }
  >(
    db,
    sql`SELECT
        (SELECT buyer_id::integer FROM generations GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS buyer,
        earner.user_id::integer AS influencer, avatars.id::integer AS avatar,
        (SELECT created_at::text FROM transactions WHERE user_id = earner.user_id
          ORDER BY id DESC LIMIT 1 OFFSET ${latestEarnings}) AS earnings_since,
        loved.id::integer AS generation, loved.buyer_id::integer AS owner,
        far.id::integer AS share, far.published_at::text AS published, far.share_token AS token
      FROM (SELECT id FROM avatars WHERE is_public AND status = 'active' ORDER BY id LIMIT 1) AS avatars,
        (SELECT user_id FROM transactions
          WHERE type IN ('earning', 'payout', 'payout_return') AND NOT EXISTS (
            SELECT FROM payout_requests AS open
            WHERE open.user_id = transactions.user_id AND status IN ('pending', 'approved')
          )
          GROUP BY 1 HAVING sum(amount) >= 10 ORDER BY count(*) DESC, 1 LIMIT 1) AS earner,
        (SELECT generations.id, buyer_id FROM likes JOIN generations ON generations.id = generation_id
          GROUP BY 1, 2 ORDER BY count(*) DESC, 1 LIMIT 1) AS loved,
        (SELECT id, published_at, share_token FROM shared_generations WHERE is_public ORDER BY published_at LIMIT 1 OFFSET 100) AS far`,
  )
  const { owner, share, published, token, earnings_since, ...known } = row!
  return {
    ...known,
    earningsSince: new Date(earnings_since),
    generationBuyer: owner,
    share: { published, id: share, token },
  }
}
