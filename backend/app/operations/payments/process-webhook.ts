import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { paymentWebhooks, users } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate } from '../../transaction/operate.ts'
import { rowsOf } from '../../transaction/rows-of.ts'
import { moveCredits } from '../ledger/move-credits.ts'
import { logError } from '../logs/log-error.ts'
import { readPayment } from './read-payment.ts'

export type ProcessOutcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'credited'; readonly webhook: number; readonly user: number; readonly credits: number }
  /** Another kind of event, or a payment that is credited already. */
  | { readonly kind: 'ignored'; readonly webhook: number }
  /** Tried again when nothing new waits, five times in all. */
  | { readonly kind: 'failed'; readonly webhook: number; readonly problem: string }

const mostAttempts = 5

/**
 * Operation 8: works on one unprocessed event; processed ⇔ exactly one purchase; a payment gives credits once.
 * Locks the event, passing over those that others work on, then the user's row.
 */
export async function processWebhook(db: AvatarbankDatabase): Promise<ProcessOutcome> {
  let picked: Event | undefined
  try {
    const outcome = await operate<ProcessOutcome>(db, 'process-webhook', async (tx) => {
      picked = await pickEvent(tx)
      return picked === undefined ? { kind: 'idle' } : creditPayment(tx, picked)
    })
    if (outcome.kind === 'failed') await report(db, outcome.problem, outcome.webhook)
    return outcome
  } catch (error) {
    if (picked === undefined) throw error
    return failEvent(db, picked.id, error)
  }
}

interface Event {
  readonly id: number
  readonly payload: Readonly<Record<string, unknown>>
}

/** What has just come in goes before what has failed. */
async function pickEvent(tx: AvatarbankDatabase): Promise<Event | undefined> {
  const [row] = await rowsOf<{ id: string; payload: Event['payload'] }>(
    tx,
    sql`SELECT id, payload FROM payment_webhooks
      WHERE status IN ('received', 'failed') AND id = coalesce(
        (SELECT id FROM payment_webhooks WHERE status = 'received'
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED),
        (SELECT id FROM payment_webhooks WHERE status = 'failed' AND attempts < ${mostAttempts}
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
      )
      FOR UPDATE`,
  )
  return row && { id: Number(row.id), payload: row.payload }
}

async function creditPayment(tx: AvatarbankDatabase, { id, payload }: Event): Promise<ProcessOutcome> {
  const payment = readPayment(payload)
  if (payment.kind === 'other') return ignore(tx, id)
  if (payment.kind === 'unusable') return fail(tx, id, payment.problem)
  const { user, credits, usd, capture } = payment
  try {
    const of = { moneyAmount: String(usd), referenceId: capture, paymentWebhookId: id }
    const movement = { user, type: 'purchase', amount: credits, of } as const
    // A transaction inside is a savepoint: a payment that is credited already undoes the movement alone.
    const balance = await tx.transaction((inner) => moveCredits(inner, movement, ne(users.status, 'deleted')))
    if (balance === undefined) return fail(tx, id, `there is no user ${user}`)
  } catch (error) {
    if (brokenUniqueness(error) !== 'transactions_reference_id_uq') throw error
    return ignore(tx, id)
  }
  await settle(tx, id, { status: 'processed', processedAt: sql`now()` })
  return { kind: 'credited', webhook: id, user, credits }
}

async function ignore(tx: AvatarbankDatabase, id: number): Promise<ProcessOutcome> {
  await settle(tx, id, { status: 'ignored', processedAt: sql`now()` })
  return { kind: 'ignored', webhook: id }
}

async function fail(db: AvatarbankDatabase, id: number, problem: string): Promise<ProcessOutcome> {
  await settle(db, id, { status: 'failed', errorMessage: problem })
  return { kind: 'failed', webhook: id, problem }
}

async function settle(
  db: AvatarbankDatabase,
  id: number,
  change: Parameters<ReturnType<typeof db.update<typeof paymentWebhooks>>['set']>[0],
): Promise<void> {
  await db
    .update(paymentWebhooks)
    .set({ ...change, attempts: sql`${paymentWebhooks.attempts} + 1` })
    .where(and(eq(paymentWebhooks.id, id), inArray(paymentWebhooks.status, ['received', 'failed'])))
}

/** Whatever else went wrong was rolled back; the event waits for another attempt. */
async function failEvent(db: AvatarbankDatabase, id: number, error: unknown): Promise<ProcessOutcome> {
  const problem = error instanceof Error ? error.message : String(error)
  await report(db, problem, id)
  return fail(db, id, problem)
}

async function report(db: AvatarbankDatabase, problem: string, webhook: number): Promise<void> {
  await logError(db, { source: 'webhook', message: `payment webhook ${webhook}: ${problem}` })
}
