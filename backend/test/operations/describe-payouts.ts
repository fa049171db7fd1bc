import { describe, expect, test } from 'vitest'
import { suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { decidePayout, type PayoutDecision } from '../../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newBuyer, newImage, newInfluencer, newPublicAvatar } from './people.ts'

const account = 'mina@example.com'

export function describePayouts(opened: Opened): void {
  describe('payouts', () => {
    /** Who has earned 100 and was given 20. */
    const newEarner = async () => {
      const { db, admin } = opened()
      const influencer = await newInfluencer(db, admin, 20)
      const avatar = await newPublicAvatar(db, influencer, admin)
      await newImage(db, { buyer: await newBuyer(db, 101), avatar, optionCredits: 100 })
      return influencer
    }
    const decide = (
      decision: Omit<PayoutDecision, 'admin' | 'kind'> & { kind: string; [more: string]: unknown },
    ) => decidePayout(opened().db, { admin: opened().admin, ...decision } as PayoutDecision)

    test('what was earned is cashed out, in whole steps; what was given is not', async () => {
      const { db, balanceOf } = opened()
      const influencer = await newEarner()
      for (const credits of [0, -10, 5, 15, 1.5])
        expect(await requestPayout(db, { influencer, credits, account })).toEqual({ kind: 'not-whole-steps' })
      expect(await requestPayout(db, { influencer, credits: 110, account })).toEqual({
        kind: 'more-than-payable',
        payable: 100,
      })
      expect(await requestPayout(db, { influencer, credits: 1_000, account })).toEqual({
        kind: 'more-than-payable',
        payable: 100,
      })
      expect(await requestPayout(db, { influencer, credits: 60, account })).toMatchObject({
        kind: 'requested',
        balance: 60,
      })
      expect(await requestPayout(db, { influencer, credits: 10, account })).toEqual({ kind: 'already-open' })
      expect(await balanceOf(influencer)).toBe(60)
    })

    test('only active influencers ask', async () => {
      const { db, admin } = opened()
      const buyer = await newBuyer(db, 100)
      const refused = { kind: 'not-an-influencer' }
      expect(await requestPayout(db, { influencer: buyer, credits: 10, account })).toEqual(refused)
      const influencer = await newEarner()
      await expecting('done', suspendUser(db, { user: influencer, admin }))
      expect(await requestPayout(db, { influencer, credits: 10, account })).toEqual(refused)
    })

    test('rejected and failed requests give the credits back; paid ones do not', async () => {
      const { db, balanceOf } = opened()
      const influencer = await newEarner()
      const ways = [
        [{ kind: 'rejected', reason: 'wrong account' }],
        [{ kind: 'approved' }, { kind: 'failed', reason: 'the bank said no' }],
        [{ kind: 'approved' }, { kind: 'paid', payoutTxId: `tx-${influencer}` }],
      ]
      for (const way of ways) {
        const { request } = await expecting(
          'requested',
          requestPayout(db, { influencer, credits: 100, account }),
        )
        for (const decision of way) {
          const returned = 'reason' in decision ? 100 : 0
          expect(await decide({ request, ...decision })).toEqual({ kind: 'decided', returned })
          expect(await decide({ request, ...decision })).toEqual({ kind: 'not-open' })
        }
      }
      expect(await balanceOf(influencer)).toBe(20)
      expect(await requestPayout(db, { influencer, credits: 10, account })).toEqual({
        kind: 'more-than-payable',
        payable: 0,
      })
    })

    test('decisions have an order and are for admins, and not about themselves', async () => {
      const { db, query } = opened()
      const influencer = await newEarner()
      const { request } = await expecting(
        'requested',
        requestPayout(db, { influencer, credits: 10, account }),
      )
      expect(await decide({ request, kind: 'paid', payoutTxId: 'tx' })).toEqual({ kind: 'not-open' })
      expect(await decide({ request, kind: 'failed', reason: 'no' })).toEqual({ kind: 'not-open' })
      expect(await decide({ request: 0, kind: 'approved' })).toEqual({ kind: 'not-open' })
      const approved = { kind: 'approved', request } as const
      expect(await decidePayout(db, { ...approved, admin: influencer })).toEqual({ kind: 'not-an-admin' })
      await query(`UPDATE users SET role = 'admin' WHERE id = ${influencer}`)
      expect(await decidePayout(db, { ...approved, admin: influencer })).toEqual({ kind: 'own-request' })
      await query(`UPDATE users SET role = 'influencer' WHERE id = ${influencer}`)
    })
  })
}
