import { describe, expect, test } from 'vitest'
import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { processWebhook } from '../../app/operations/payments/process-webhook.ts'
import { receiveWebhook } from '../../app/operations/payments/receive-webhook.ts'
import { readUnprocessedWebhooks } from '../../app/reads/queues.ts'
import type { Opened } from './describe-market.ts'
import { paypalEvent } from './paypal-event.ts'
import { newBuyer } from './people.ts'

export function describePayments(opened: Opened): void {
  describe('payments', () => {
    test('a payment is credited once, however often its events come', async () => {
      const { db, balanceOf } = opened()
      const user = await newBuyer(db)
      const payment = paypalEvent({ user, usd: '60.00' })
      const again = { ...payment, eventId: `${payment.eventId} again` }
      expect(await receiveWebhook(db, payment)).toMatchObject({ kind: 'stored' })
      expect(await receiveWebhook(db, payment)).toEqual({ kind: 'repeated' })
      expect(await receiveWebhook(db, again)).toMatchObject({ kind: 'stored' })
      expect(await processWebhook(db)).toMatchObject({ kind: 'credited', user, credits: 300 })
      expect(await processWebhook(db)).toMatchObject({ kind: 'ignored' })
      expect(await processWebhook(db)).toEqual({ kind: 'idle' })
      expect(await balanceOf(user)).toBe(300)
    })

    test('another kind of event is ignored', async () => {
      const { db } = opened()
      const event = paypalEvent({ user: 1, usd: '10.00', eventType: 'PAYMENT.CAPTURE.REFUNDED' })
      await receiveWebhook(db, event)
      expect(await processWebhook(db)).toMatchObject({ kind: 'ignored' })
    })

    test.each([
      ['an amount that buys no pack', { usd: '10.01' }, 'no pack costs 10.01 USD'],
      ['another currency', { currency: 'KRW' }, 'resource.amount.currency_code'],
      ['a payment under way', { status: 'PENDING' }, 'resource.status'],
      ['nobody', { user: 999_999_999 }, 'there is no user 999999999'],
      ['an id that is none', { user: "1' OR true" }, 'resource.custom_id'],
    ])('%s fails, five times in all', async (_, wrong, problem) => {
      const { db, query } = opened()
      const buyer = await newBuyer(db)
      const event = paypalEvent({ user: buyer, usd: '10.00', ...wrong })
      await receiveWebhook(db, event)
      for (let attempt = 1; attempt <= 5; attempt++)
        expect(await processWebhook(db)).toMatchObject({
          kind: 'failed',
          problem: expect.stringContaining(problem),
        })
      expect(await processWebhook(db)).toEqual({ kind: 'idle' })
      const { rows } = await readUnprocessedWebhooks(db, { limit: 100 })
      expect(rows.at(-1)).toMatchObject({ eventId: event.eventId, status: 'failed', attempts: 5 })
      const logged = await query(
        `SELECT message FROM error_logs WHERE source = 'webhook' ORDER BY id DESC LIMIT 1`,
      )
      expect(logged).toEqual([{ message: expect.stringContaining(problem) }])
    })

    test('what has failed is tried after what is new, and succeeds when the cause is gone', async () => {
      const { db, query } = opened()
      const user = await newBuyer(db)
      const late = paypalEvent({ user, usd: '10.00', status: 'PENDING' })
      await receiveWebhook(db, late)
      expect(await processWebhook(db)).toMatchObject({ kind: 'failed' })
      await query(`UPDATE payment_webhooks
        SET payload = jsonb_set(payload, '{resource,status}', '"COMPLETED"') WHERE event_id = '${late.eventId}'`)
      await receiveWebhook(db, paypalEvent({ user, usd: '24.00' }))
      expect(await processWebhook(db)).toMatchObject({ kind: 'credited', credits: 120 })
      expect(await processWebhook(db)).toMatchObject({ kind: 'credited', credits: 50 })
    })

    test('whatever else goes wrong is taken back, written down, and tried again', async () => {
      const { db, query, balanceOf } = opened()
      const user = await newBuyer(db)
      await query(`ALTER TABLE transactions ADD CONSTRAINT no_purchases CHECK (type <> 'purchase') NOT VALID`)
      await receiveWebhook(db, paypalEvent({ user, usd: '10.00' }))
      const problem = expect.stringContaining('no_purchases')
      expect(await processWebhook(db)).toMatchObject({ kind: 'failed', problem })
      expect(await balanceOf(user)).toBe(0)
      const logged = `SELECT message FROM error_logs WHERE source = 'webhook' ORDER BY id DESC LIMIT 1`
      expect(await query(logged)).toEqual([{ message: problem }])
      await query('ALTER TABLE transactions DROP CONSTRAINT no_purchases')
      expect(await processWebhook(db)).toMatchObject({ kind: 'credited', user })
    })

    test('a suspended user gets what was paid for; a closed account does not', async () => {
      const { db, query } = opened()
      const user = await newBuyer(db)
      await query(`UPDATE users SET status = 'suspended' WHERE id = ${user}`)
      await receiveWebhook(db, paypalEvent({ user, usd: '10.00' }))
      expect(await processWebhook(db)).toMatchObject({ kind: 'credited' })
      await closeAccount(db, { user })
      await receiveWebhook(db, paypalEvent({ user, usd: '10.00' }))
      expect(await processWebhook(db)).toMatchObject({ kind: 'failed' })
      await query(`UPDATE payment_webhooks SET attempts = 5 WHERE status = 'failed'`)
    })
  })
}
