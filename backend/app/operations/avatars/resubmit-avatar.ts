import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { holdActiveInfluencer } from '../accounts/hold-active-influencer.ts'
import { audit } from '../logs/audit.ts'

export type ResubmitOutcome =
  | { readonly kind: 'resubmitted' }
  /** Not one's own, or not rejected. */
  | { readonly kind: 'not-rejected' }
  | { readonly kind: 'not-an-influencer' }

/** Operation 6: a rejected avatar asks for approval again. */
export function resubmitAvatar(
  db: AvatarbankDatabase,
  { avatar, influencer }: { readonly avatar: number; readonly influencer: number },
): Promise<ResubmitOutcome> {
  return operate<ResubmitOutcome>(db, 'resubmit-avatar', async (tx) => {
    if (!(await holdActiveInfluencer(tx, influencer))) return { kind: 'not-an-influencer' }
    const own = and(eq(avatars.id, avatar), eq(avatars.influencerId, influencer))
    const resubmitted = await tx
      .update(avatars)
      .set({ status: 'pending' })
      .where(and(own, eq(avatars.status, 'rejected')))
      .returning({ id: avatars.id })
    if (resubmitted.length === 0) return { kind: 'not-rejected' }
    await audit(tx, { by: influencer, action: 'avatar_resubmitted', target: { type: 'avatar', id: avatar } })
    return { kind: 'resubmitted' }
  })
}
