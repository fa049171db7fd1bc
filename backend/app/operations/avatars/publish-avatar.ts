import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { holdActiveInfluencer } from '../accounts/hold-active-influencer.ts'
import { audit } from '../logs/audit.ts'

export type PublishOutcome =
  | { readonly kind: 'published' }
  /** Not one's own, without a model, rejected, or in the market already. */
  | { readonly kind: 'not-publishable' }
  | { readonly kind: 'not-an-influencer' }

/**
 * Operation 6: into the market, for the first time or again; the call is the owner's final approval. Active ⇒ model
 * present. Locks the owner's row before the avatar, as closing the account does.
 */
export function publishAvatar(
  db: AvatarbankDatabase,
  { avatar, influencer }: { readonly avatar: number; readonly influencer: number },
): Promise<PublishOutcome> {
  return operate<PublishOutcome>(db, 'publish-avatar', async (tx) => {
    if (!(await holdActiveInfluencer(tx, influencer))) return { kind: 'not-an-influencer' }
    const published = await tx
      .update(avatars)
      .set({ status: 'active', isPublic: true })
      .where(
        and(
          eq(avatars.id, avatar),
          eq(avatars.influencerId, influencer),
          inArray(avatars.status, ['pending', 'hidden']),
          isNotNull(avatars.loraPath),
        ),
      )
      .returning({ id: avatars.id })
    if (published.length === 0) return { kind: 'not-publishable' }
    await audit(tx, { by: influencer, action: 'avatar_published', target: { type: 'avatar', id: avatar } })
    return { kind: 'published' }
  })
}
