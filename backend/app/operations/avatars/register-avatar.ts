import type { AvatarbankDatabase } from '../../db.ts'
import { avatars } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { holdActiveInfluencer } from '../accounts/hold-active-influencer.ts'
import { audit } from '../logs/audit.ts'

type Avatar = typeof avatars.$inferInsert
export type AvatarProfile = Pick<
  Avatar,
  | 'title'
  | 'description'
  | 'specialNotes'
  | 'nationality'
  | 'gender'
  | 'height'
  | 'weight'
  | 'previewImageUrl'
>

export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly avatar: number }
  | { readonly kind: 'not-an-influencer' }

/** Operation 4: a pending avatar, whose owner is an active influencer. */
export function registerAvatar(
  db: AvatarbankDatabase,
  { influencer, profile }: { readonly influencer: number; readonly profile: AvatarProfile },
): Promise<RegisterOutcome> {
  return operate<RegisterOutcome>(db, 'register-avatar', async (tx) => {
    if (!(await holdActiveInfluencer(tx, influencer))) return { kind: 'not-an-influencer' }
    const [added] = await tx
      .insert(avatars)
      .values({ ...profile, influencerId: influencer })
      .returning({ avatar: avatars.id })
    const { avatar } = added!
    await audit(tx, { by: influencer, action: 'avatar_registered', target: { type: 'avatar', id: avatar } })
    return { kind: 'registered', avatar }
  })
}
