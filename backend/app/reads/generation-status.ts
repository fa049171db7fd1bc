import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import { generations } from '../models/index.ts'

/** Hot read: how one's own image is getting on; asked every two seconds until it is done. */
export async function readGenerationStatus(
  db: AvatarbankDatabase,
  { generation, buyer }: { readonly generation: number; readonly buyer: number },
) {
  const [found] = await db
    .select({
      status: generations.status,
      imageUrl: generations.imageUrl,
      seed: generations.seed,
      failCode: generations.failCode,
      failReason: generations.failReason,
      refundedCredits: generations.refundedCredits,
      finishedAt: generations.finishedAt,
    })
    .from(generations)
    .where(and(eq(generations.id, generation), eq(generations.buyerId, buyer)))
  return found
}
