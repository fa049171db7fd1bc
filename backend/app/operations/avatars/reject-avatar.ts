import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'
import { audit } from '../logs/audit.ts'

export interface Rejection {
  readonly avatar: number
  readonly admin: number
  /** For the influencer; kept in the audit log. */
  readonly reason: string
}

export type RejectOutcome =
  | { readonly kind: 'rejected' }
  | { readonly kind: 'not-pending' }
  | { readonly kind: 'not-an-admin' }

/** Operation 6: an admin refuses a registration; the owner may improve and resubmit it. */
export function rejectAvatar(
  db: AvatarbankDatabase,
  { avatar, admin, reason }: Rejection,
): Promise<RejectOutcome> {
  return operate<RejectOutcome>(db, 'reject-avatar', async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const rejected = await tx
      .update(avatars)
      .set({ status: 'rejected' })
      .where(and(eq(avatars.id, avatar), eq(avatars.status, 'pending')))
      .returning({ id: avatars.id })
    if (rejected.length === 0) return { kind: 'not-pending' }
    const target = { type: 'avatar', id: avatar } as const
    await audit(tx, { by: admin, action: 'avatar_rejected', target, metadata: { reason } })
    return { kind: 'rejected' }
  })
}
