import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { audit } from '../logs/audit.ts'
import { isAdmin } from './is-admin.ts'

export type GrantOutcome =
  | { readonly kind: 'granted' }
  /** Not an active buyer. */
  | { readonly kind: 'not-a-buyer' }
  | { readonly kind: 'not-an-admin' }

/** Operation 3: roles change only with a row of the audit log. */
export function grantInfluencer(
  db: AvatarbankDatabase,
  { user, admin }: { readonly user: number; readonly admin: number },
): Promise<GrantOutcome> {
  return operate<GrantOutcome>(db, 'grant-influencer', async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const granted = await tx
      .update(users)
      .set({ role: 'influencer' })
      .where(and(eq(users.id, user), eq(users.role, 'buyer'), eq(users.status, 'active')))
      .returning({ id: users.id })
    if (granted.length === 0) return { kind: 'not-a-buyer' }
    await audit(tx, { by: admin, action: 'influencer_granted', target: { type: 'user', id: user } })
    return { kind: 'granted' }
  })
}
