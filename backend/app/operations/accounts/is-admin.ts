import { and, eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'

export async function isAdmin(tx: AvatarbankDatabase, user: number): Promise<boolean> {
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, user), eq(users.role, 'admin'), eq(users.status, 'active')))
  return found.length > 0
}
