import { type Placeholder, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operateAtOnce } from '../../transaction/operate.ts'
import { retrying } from '../../transaction/retry.ts'
import { statement } from '../../transaction/statement.ts'

export interface GenerationRequest {
  readonly buyer: number
  readonly avatar: number
  /** A UUID that the client makes: a repeated request is charged once. */
  readonly idempotencyKey: string
  /** What the influencer gets, 0 to 100, over the one credit of the platform. */
  readonly optionCredits: number
  /** 1 to 2000 characters. */
  readonly prompt: string
}

export type StartOutcome =
  | { readonly kind: 'started'; readonly generation: number; readonly balance: number }
  | { readonly kind: 'repeated'; readonly generation: number }
  | { readonly kind: 'not-enough-credits'; readonly price: number; readonly balance: number }
  | { readonly kind: 'avatar-not-available' }
  | { readonly kind: 'user-not-active' }

/**
 * Operation 9: debit, generation and task exist together or not at all. One statement; locks the buyer's row and
 * then only inserts. Two requests with one key that meet: the second breaks the unique key, which undoes its debit.
 */
export async function startGeneration(
  db: AvatarbankDatabase,
  request: GenerationRequest,
): Promise<StartOutcome> {
  try {
    const priced = { ...request, price: 1 + request.optionCredits }
    const [started] = await retrying('start-generation', () => debitAndInsert(db, priced))
    if (started !== undefined)
      return { kind: 'started', generation: Number(started.id), balance: Number(started.credit_balance) }
  } catch (error) {
    if (brokenUniqueness(error) !== 'generations_buyer_id_idempotency_key_uq') throw error
  }
  // What stood in the way may be gone by now: credits were bought, the avatar was published.
  return (await findReason(db, request)) ?? startGeneration(db, request)
}

const debitAndInsert = statement<
  GenerationRequest & { price: number },
  { id: string; credit_balance: string }
>(
  ({ buyer, avatar, idempotencyKey, optionCredits, prompt, price }) => sql`
    WITH debit AS (
      UPDATE users SET credit_balance = credit_balance - ${price}
      WHERE id = ${buyer} AND status = 'active' AND credit_balance >= ${price}
        AND EXISTS (${availableAvatar(avatar, buyer)})
        AND NOT EXISTS (
          SELECT FROM generations WHERE buyer_id = ${buyer} AND idempotency_key = ${idempotencyKey}
        )
      RETURNING credit_balance
    ), generation AS (
      INSERT INTO generations (avatar_id, buyer_id, idempotency_key, credits_used, option_credits, prompt)
      SELECT ${avatar}, ${buyer}, ${idempotencyKey}, ${price}, ${optionCredits}, ${prompt} FROM debit
      RETURNING id
    ), ledger AS (
      INSERT INTO transactions (user_id, type, amount, credit_before, credit_after, generation_id)
      SELECT ${buyer}, 'generation', -${price}::bigint, credit_balance + ${price}, credit_balance, generation.id
      FROM debit, generation
    ), task AS (
      INSERT INTO tasks (generation_id, task_type) SELECT id, 'generation' FROM generation
    )
    SELECT generation.id, debit.credit_balance FROM debit, generation`,
)

/** Visible in the market, or one's own; in both cases with a model. */
function availableAvatar(avatar: number | Placeholder, buyer: number | Placeholder) {
  return sql`SELECT FROM avatars
    WHERE id = ${avatar} AND lora_path IS NOT NULL
      AND (is_public AND status = 'active' OR influencer_id = ${buyer})`
}

async function findReason(
  db: AvatarbankDatabase,
  { buyer, avatar, idempotencyKey, optionCredits }: GenerationRequest,
): Promise<StartOutcome | undefined> {
  const [found] = await operateAtOnce<{
    readonly generation: string | null
    readonly active: boolean | null
    readonly balance: string | null
    readonly available: boolean
  }>(
    db,
    'start-generation',
    sql`SELECT
      (SELECT id FROM generations WHERE buyer_id = ${buyer} AND idempotency_key = ${idempotencyKey}) AS generation,
      (SELECT status = 'active' FROM users WHERE id = ${buyer}) AS active,
      (SELECT credit_balance FROM users WHERE id = ${buyer}) AS balance,
      EXISTS (${availableAvatar(avatar, buyer)}) AS available`,
  )
  if (!found) return undefined
  if (found.generation !== null) return { kind: 'repeated', generation: Number(found.generation) }
  if (!found.active) return { kind: 'user-not-active' }
  if (!found.available) return { kind: 'avatar-not-available' }
  const price = 1 + optionCredits
  const balance = Number(found.balance)
  return balance < price ? { kind: 'not-enough-credits', price, balance } : undefined
}
