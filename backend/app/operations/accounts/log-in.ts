import { and, eq, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { audit } from '../logs/audit.ts'

export interface LogIn {
  readonly user: number
  /** Address and client, for the audit log. */
  readonly from?: Readonly<Record<string, unknown>>
}

type User = typeof users.$inferSelect
export type LogInOutcome =
  | { readonly kind: 'logged-in'; readonly role: User['role']; readonly locale: User['locale'] }
  | { readonly kind: 'user-not-active' }

/** Operation 2, once the password is checked: only active users enter. */
export function logIn(db: AvatarbankDatabase, { user, from }: LogIn): Promise<LogInOutcome> {
  return operate<LogInOutcome>(db, 'log-in', async (tx) => {
    const [entered] = await tx
      .update(users)
      .set({ lastLoginAt: sql`now()` })
      .where(and(eq(users.id, user), eq(users.status, 'active')))
      .returning({ role: users.role, locale: users.locale })
    if (entered === undefined) return { kind: 'user-not-active' }
    await audit(tx, { by: user, action: 'login', ...(from && { metadata: from }) })
    return { kind: 'logged-in', ...entered }
  })
}
