import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../db.ts'
import type { generations } from '../models/index.ts'
import { statement } from '../transaction/statement.ts'

type Generation = typeof generations.$inferSelect
export type GenerationStatus = Pick<
  Generation,
  'status' | 'imageUrl' | 'seed' | 'failCode' | 'failReason' | 'refundedCredits' | 'finishedAt'
>

const generationStatus = statement<
  { generation: number; buyer: number },
  Omit<GenerationStatus, 'finishedAt'> & { readonly finishedAt: string | null }
>(
  ({ generation, buyer }) => sql`
    SELECT status, image_url AS "imageUrl", seed, fail_code AS "failCode", fail_reason AS "failReason",
      refunded_credits AS "refundedCredits", finished_at AS "finishedAt"
    FROM generations WHERE id = ${generation} AND buyer_id = ${buyer}`,
)

/** Hot read: how one's own image is getting on; asked every two seconds until it is done. */
export async function readGenerationStatus(
  db: AvatarbankDatabase,
  asked: { readonly generation: number; readonly buyer: number },
): Promise<GenerationStatus | undefined> {
  const [found] = await generationStatus(db, asked)
  return found && { ...found, finishedAt: found.finishedAt === null ? null : new Date(found.finishedAt) }
}
