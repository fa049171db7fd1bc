import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { transactions, users } from '../../models/index.ts'

type Entry = typeof transactions.$inferInsert

export interface Movement {
  readonly user: number
  readonly type: Entry['type']
  /** Credits, signed. */
  readonly amount: number
  /** What the row of the ledger refers to. */
  readonly of: Pick<
    Entry,
    'referenceId' | 'moneyAmount' | 'generationId' | 'payoutRequestId' | 'paymentWebhookId'
  >
}

/**
 * Changes a balance and writes the row of the ledger, as two statements of a transaction. The row lock that the first
 * takes puts the user's ledger in order. Gives the new balance; nothing when the balance or the condition on the user
 * does not allow it.
 */
export async function moveCredits(
  tx: AvatarbankDatabase,
  { user, type, amount, of }: Movement,
  condition?: SQL,
): Promise<number | undefined> {
  const balance = await changeBalance(tx, user, amount, condition)
  if (balance === undefined) return undefined
  await enterMovement(tx, { user, type, amount, of }, balance)
  return balance
}

/** The first half alone, for where what the ledger refers to is made in between. */
export async function changeBalance(
  tx: AvatarbankDatabase,
  user: number,
  amount: number,
  condition?: SQL,
): Promise<number | undefined> {
  const [changed] = await tx
    .update(users)
    .set({ creditBalance: sql`${users.creditBalance} + ${amount}` })
    .where(and(eq(users.id, user), sql`${users.creditBalance} + ${amount} >= 0`, condition))
    .returning({ balance: users.creditBalance })
  return changed?.balance
}

/** The second half; `balance` is what the first half gave. */
export async function enterMovement(
  tx: AvatarbankDatabase,
  { user, type, amount, of }: Movement,
  balance: number,
): Promise<void> {
  const chain = { amount, creditBefore: balance - amount, creditAfter: balance }
  await tx.insert(transactions).values({ userId: user, type, ...chain, ...of })
}
