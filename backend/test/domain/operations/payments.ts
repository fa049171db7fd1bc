import type { DomainDatabase } from '../domain-database.ts'
import { moveCredits, one, transaction } from './steps.ts'

/** A payment event: who paid which dollars by which capture. */
export interface Payment {
  readonly event: string
  readonly capture: string
  readonly user: number
  readonly usd: number
}

/** A repeated event is not stored again. */
export async function receiveWebhook(database: DomainDatabase, { event, capture, user, usd }: Payment) {
  await database.query(
    `INSERT INTO payment_webhooks (provider, event_id, payload)
     VALUES ('paypal', '${event}', jsonb_build_object('capture', '${capture}', 'user', ${user}, 'usd', ${usd}))
     ON CONFLICT (provider, event_id) DO NOTHING`,
  )
}

/** Works on one unprocessed event; a second event for a payment that is credited already is ignored. */
export function purchaseCredits(database: DomainDatabase): Promise<'processed' | 'ignored' | 'idle'> {
  return transaction(database, async () => {
    const [webhook] = await database.query(
      `SELECT id, payload->>'capture' AS capture, (payload->>'user')::bigint AS user_id, payload->>'usd' AS usd
       FROM payment_webhooks WHERE status IN ('received', 'failed') ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    )
    if (webhook === undefined) return 'idle'
    const id = Number(webhook['id'])
    await database.query('SAVEPOINT credit')
    try {
      const usd = Number(webhook['usd'])
      await moveCredits(database, {
        user: Number(webhook['user_id']),
        amount: usd * 5,
        type: 'purchase',
        cells: { money_amount: usd, reference_id: String(webhook['capture']), payment_webhook_id: id },
      })
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error
      await database.query('ROLLBACK TO credit')
      await settle(database, id, 'ignored')
      return 'ignored'
    }
    await settle(database, id, 'processed')
    return 'processed'
  })
}

/** Any error but a repeated payment: the event waits for another attempt. */
export async function failWebhook(database: DomainDatabase, event: string): Promise<void> {
  await one(
    database,
    `UPDATE payment_webhooks SET status = 'failed', error_message = 'wrong amount', attempts = attempts + 1
     WHERE event_id = '${event}' AND status IN ('received', 'failed') RETURNING id`,
  )
}

async function settle(database: DomainDatabase, id: number, status: string): Promise<void> {
  await one(
    database,
    `UPDATE payment_webhooks SET status = '${status}', processed_at = now(), attempts = attempts + 1
     WHERE id = ${id} AND status IN ('received', 'failed') RETURNING id`,
  )
}
