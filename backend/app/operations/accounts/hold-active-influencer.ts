import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'

/**
 * Holds the user's row as it is until the transaction ends, so that the account cannot be closed meanwhile. Gives
 * whether it is that of an active influencer.
 */
export async function holdActiveInfluencer(tx: AvatarbankDatabase, user: number): Promise<boolean> {
  const held = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, user), eq(users.role, 'influencer'), eq(users.status, 'active')))
    .for('share')
  return held.length > 0
}
