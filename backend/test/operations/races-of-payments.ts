import { describe, expect, test } from 'vitest'
import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { processWebhook } from '../../app/operations/payments/process-webhook.ts'
import { receiveWebhook } from '../../app/operations/payments/receive-webhook.ts'
import { decidePayout } from '../../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { atOnce, kindsOf, race, rowOf, times } from './at-once.ts'
import type { Opened } from './describe-market.ts'
import { paypalEvent } from './paypal-event.ts'
import { image, newBuyer, newImage, newInfluencer, newPublicAvatar, newRunning } from './people.ts'

export function describePaymentRaces(opened: Opened): void {
  describe('of payments', () => {
    test('an event is stored once, a payment credited once', async () => {
      const { db, balanceOf } = opened()
      const user = await newBuyer(db)
      const event = paypalEvent({ user, usd: '10.00' })
      const stored = await Promise.all(times(5, () => receiveWebhook(db, event)))
      expect(kindsOf(stored)).toEqual({ stored: 1, repeated: 4 })
      await receiveWebhook(db, { ...event, eventId: `${event.eventId} again` })
      expect(await race(opened(), rowOf('users', user), ...times(5, () => () => processWebhook(db)))).toEqual(
        {
          credited: 1,
          ignored: 1,
          idle: 3,
        },
      )
      expect(await balanceOf(user)).toBe(50)
    })

    test('one payout is requested, and decided once', async () => {
      const { db, admin, balanceOf } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      await newImage(db, { buyer: await newBuyer(db, 101), avatar, optionCredits: 100 })
      const row = rowOf('users', influencer)
      const ask = () => requestPayout(db, { influencer, credits: 30, account: 'bank' })
      const asked = await atOnce(
        opened(),
        row,
        times(4, () => ask),
      )
      expect(kindsOf(asked)).toEqual({ requested: 1, 'already-open': 3 })
      const request = asked.flatMap((outcome) => (outcome.kind === 'requested' ? outcome.request : []))[0]!
      const approve = () => decidePayout(db, { kind: 'approved', request, admin })
      const reject = () => decidePayout(db, { kind: 'rejected', request, admin, reason: 'no' })
      // A new request holds the user's row while it waits for the open one to end.
      const kinds = await race(opened(), row, ask, approve, reject, reject, ask)
      expect(kinds).toMatchObject({ decided: 1, 'not-open': 2 })
      expect([70, 100]).toContain(await balanceOf(influencer))
    })

    test('what two requests cash out together is what was earned, though more is there', async () => {
      const { db, admin, balanceOf } = opened()
      const influencer = await newInfluencer(db, admin, 500)
      const avatar = await newPublicAvatar(db, influencer, admin)
      await newImage(db, { buyer: await newBuyer(db, 101), avatar, optionCredits: 100 })
      const ask = () => requestPayout(db, { influencer, credits: 80, account: 'bank' })
      expect(await race(opened(), rowOf('users', influencer), ask, ask)).toEqual({
        requested: 1,
        'more-than-payable': 1,
      })
      expect(await balanceOf(influencer)).toBe(520)
    })

    test('earning and cashing out meet', async () => {
      const { db, admin } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 300)
      await newImage(db, { buyer, avatar, optionCredits: 50 })
      const { task } = await newRunning(db, { buyer, avatar, optionCredits: 50 })
      const kinds = await race(
        opened(),
        rowOf('users', influencer),
        () => requestPayout(db, { influencer, credits: 100, account: 'bank' }),
        () => completeGeneration(db, { ...image, task, worker: 'w1' }),
        () => closeAccount(db, { user: influencer }),
      )
      expect(kinds['completed']).toBe(1)
    })
  })
}
