import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { generations, sharedGenerations, users } from '../models/index.ts'

/** What a share link shows; nothing once it has expired or was taken back. Never the seed. */
export async function readSharedImage(db: AvatarbankDatabase, { token }: { readonly token: string }) {
  const [found] = await db
    .select({
      generation: generations.id,
      avatar: generations.avatarId,
      imageUrl: generations.imageUrl,
      nsfw: generations.nsfwFlag,
      nickname: users.nickname,
    })
    .from(sharedGenerations)
    .innerJoin(generations, eq(generations.id, sharedGenerations.generationId))
    .innerJoin(users, eq(users.id, generations.buyerId))
    .where(
      and(
        eq(sharedGenerations.shareToken, token),
        or(isNull(sharedGenerations.expiredAt), gt(sharedGenerations.expiredAt, sql`now()`)),
      ),
    )
  return found
}
