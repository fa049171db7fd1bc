import type { AvatarbankDatabase } from '../../db.ts'
import { type locales, users } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate } from '../../transaction/operate.ts'
import { moveCredits } from '../ledger/move-credits.ts'

export interface SignUpRequest {
  readonly email: string
  /** 3 to 20 characters. */
  readonly nickname: string
  readonly passwordHash: string
  readonly locale?: (typeof locales)[number]
  readonly welcome?: { readonly campaign: string; readonly credits: number }
}

export type SignUpOutcome =
  | { readonly kind: 'signed-up'; readonly user: number }
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'nickname-taken' }

/** Operation 1: a new buyer, with a welcome bonus where there is one. E-mail and nickname are unique in any case. */
export async function signUp(db: AvatarbankDatabase, request: SignUpRequest): Promise<SignUpOutcome> {
  const { email, nickname, passwordHash, locale, welcome } = request
  try {
    return await operate<SignUpOutcome>(db, 'sign-up', async (tx) => {
      const [added] = await tx
        .insert(users)
        .values({ email, nickname, passwordHash, locale })
        .returning({ user: users.id })
      const { user } = added!
      if (welcome !== undefined)
        await moveCredits(tx, {
          user,
          type: 'bonus',
          amount: welcome.credits,
          of: { referenceId: welcome.campaign },
        })
      return { kind: 'signed-up', user }
    })
  } catch (error) {
    const taken = brokenUniqueness(error)
    if (taken === 'users_email_uq') return { kind: 'email-taken' }
    if (taken === 'users_nickname_uq') return { kind: 'nickname-taken' }
    throw error
  }
}
