import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'
import { audit } from '../logs/audit.ts'

export type HideOutcome =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'not-active' }
  /** Neither the owner nor an admin. */
  | { readonly kind: 'not-allowed' }

/** Operation 6: out of the market, by its owner or an admin. What was started before goes on. */
export function hideAvatar(
  db: AvatarbankDatabase,
  { avatar, by }: { readonly avatar: number; readonly by: number },
): Promise<HideOutcome> {
  return operate<HideOutcome>(db, 'hide-avatar', async (tx, refuse) => {
    const [hidden] = await tx
      .update(avatars)
      .set({ status: 'hidden' })
      .where(and(eq(avatars.id, avatar), eq(avatars.status, 'active')))
      .returning({ owner: avatars.influencerId })
    if (hidden === undefined) return { kind: 'not-active' }
    if (hidden.owner !== by && !(await isAdmin(tx, by))) return refuse({ kind: 'not-allowed' })
    await audit(tx, { by, action: 'avatar_hidden', target: { type: 'avatar', id: avatar } })
    return { kind: 'hidden' }
  })
}
