import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { avatars, generations, transactions } from '../models/index.ts'

export interface EarningsQuery {
  readonly influencer: number
  readonly since: Date
}

/** An influencer's dashboard: earnings per avatar and month (UTC), the latest month first. */
export function readEarnings(db: AvatarbankDatabase, { influencer, since }: EarningsQuery) {
  const month = sql<string>`to_char(${transactions.createdAt} AT TIME ZONE 'UTC', 'YYYY-MM')`
  return db
    .select({
      month,
      avatar: avatars.id,
      title: avatars.title,
      images: sql<number>`count(*)`.mapWith(Number),
      credits: sql<number>`sum(${transactions.amount})`.mapWith(Number),
    })
    .from(transactions)
    .innerJoin(generations, eq(generations.id, transactions.generationId))
    .innerJoin(avatars, eq(avatars.id, generations.avatarId))
    .where(
      and(
        eq(transactions.userId, influencer),
        eq(transactions.type, 'earning'),
        gte(transactions.createdAt, since),
      ),
    )
    .groupBy(sql`1`, avatars.id, avatars.title)
    .orderBy(desc(sql`1`), avatars.id)
}
