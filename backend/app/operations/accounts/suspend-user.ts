import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { audit } from '../logs/audit.ts'
import { isAdmin } from './is-admin.ts'

export interface Suspension {
  readonly user: number
  readonly admin: number
}

export type SuspendOutcome =
  | { readonly kind: 'done' }
  /** The account is not in the state that this begins from. */
  | { readonly kind: 'wrong-state' }
  | { readonly kind: 'not-an-admin' }

/** `active > suspended`: the user neither enters nor spends until reinstated. */
export function suspendUser(db: AvatarbankDatabase, { user, admin }: Suspension): Promise<SuspendOutcome> {
  return stepUser(db, { user, admin, from: 'active', to: 'suspended', action: 'user_suspended' })
}

/** `suspended > active`. */
export function reinstateUser(db: AvatarbankDatabase, { user, admin }: Suspension): Promise<SuspendOutcome> {
  return stepUser(db, { user, admin, from: 'suspended', to: 'active', action: 'user_reinstated' })
}

interface Step extends Suspension {
  readonly from: 'active' | 'suspended'
  readonly to: 'active' | 'suspended'
  readonly action: 'user_suspended' | 'user_reinstated'
}

function stepUser(db: AvatarbankDatabase, { user, admin, from, to, action }: Step): Promise<SuspendOutcome> {
  return operate<SuspendOutcome>(db, action, async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const stepped = await tx
      .update(users)
      .set({ status: to })
      .where(and(eq(users.id, user), eq(users.status, from)))
      .returning({ id: users.id })
    if (stepped.length === 0) return { kind: 'wrong-state' }
    await audit(tx, { by: admin, action, target: { type: 'user', id: user } })
    return { kind: 'done' }
  })
}
