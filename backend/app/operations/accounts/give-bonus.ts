import { eq } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { users } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate } from '../../transaction/operate.ts'
import { moveCredits } from '../ledger/move-credits.ts'

export interface BonusRequest {
  readonly user: number
  readonly campaign: string
  readonly credits: number
}

export type BonusOutcome =
  | { readonly kind: 'given'; readonly balance: number }
  | { readonly kind: 'already-given' }
  | { readonly kind: 'user-not-active' }

/** The bonus of operation 1 on its own: a user gets that of one campaign once. Such credits are never paid out. */
export async function giveBonus(
  db: AvatarbankDatabase,
  { user, campaign, credits }: BonusRequest,
): Promise<BonusOutcome> {
  try {
    return await operate<BonusOutcome>(db, 'give-bonus', async (tx) => {
      const movement = { user, type: 'bonus', amount: credits, of: { referenceId: campaign } } as const
      const balance = await moveCredits(tx, movement, eq(users.status, 'active'))
      return balance === undefined ? { kind: 'user-not-active' } : { kind: 'given', balance }
    })
  } catch (error) {
    if (brokenUniqueness(error) !== 'transactions_user_id_reference_id_uq') throw error
    return { kind: 'already-given' }
  }
}
