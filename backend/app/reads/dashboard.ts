import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { rowsOf } from '../transaction/rows-of.ts'

export interface EarningsQuery {
  readonly influencer: number
  readonly since: Date
}

/** What one avatar has earned in one month. */
export interface Earnings {
  /** `2026-11`, of UTC. */
  readonly month: string
  readonly avatar: number
  readonly title: string
  readonly images: number
  readonly credits: number
}

/**
 * An influencer's dashboard: earnings per avatar and month, the latest month first. Reads the ledger back to `since`
 * and no further, whatever lies before: a user's rows have one order by id and by time. BETWEEN has the planner order
 * by the user, too: by `id` alone it may read the whole table's latest rows.
 */
export async function readEarnings(
  db: AvatarbankDatabase,
  { influencer, since }: EarningsQuery,
): Promise<readonly Earnings[]> {
  const rows = await rowsOf<Record<keyof Earnings, string>>(
    db,
    sql`SELECT month, avatar_id AS avatar, (SELECT title FROM avatars WHERE id = avatar_id),
        count(*) AS images, sum(amount) AS credits
      FROM (
        SELECT amount, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
          (SELECT avatar_id FROM generations WHERE id = generation_id)
        FROM transactions
        WHERE user_id = ${influencer} AND type = 'earning' AND id > coalesce((
          SELECT id FROM transactions
          WHERE user_id BETWEEN ${influencer} AND ${influencer} AND created_at < ${since.toISOString()}
          ORDER BY user_id, id DESC LIMIT 1
        ), 0)
      ) AS earned
      GROUP BY month, avatar_id
      ORDER BY month DESC, avatar_id`,
  )
  return rows.map(({ month, avatar, title, images, credits }) => ({
    month,
    avatar: Number(avatar),
    title,
    images: Number(images),
    credits: Number(credits),
  }))
}
