import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from './describe-domain.ts'
import { brokenInvariants, invariants } from './invariants.ts'
import { closeAccount, grantInfluencer, logIn, signUp } from './operations/accounts.ts'
import {
  cancelGeneration,
  claimTask,
  completeGeneration,
  failGeneration,
  retryTask,
  startGeneration,
} from './operations/generations.ts'
import { publishAvatar, registerAvatar, stepAvatar, trainAvatar } from './operations/listings.ts'
import { failWebhook, purchaseCredits, receiveWebhook } from './operations/payments.ts'
import { decidePayout, requestPayout } from './operations/payouts.ts'
import { mark, share, unmark, unshare } from './operations/social.ts'
import { Refused } from './operations/steps.ts'
import { insert } from './rows.ts'

/** The operations of the product on the bare tables, in the order of a story; the invariants hold after each. */
export function describeOperations(opened: Opened): void {
  describe('operations', () => {
    let admin: number
    let mina: number
    let buyer: number
    let avatar: number
    let requests = 0
    const balance = async (user: number) =>
      Number(
        (await opened().query(`SELECT credit_balance FROM users WHERE id = ${user}`))[0]?.['credit_balance'],
      )
    const start = (option: number) => {
      const key = `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`
      return startGeneration(opened(), { buyer, avatar, key, option })
    }

    beforeAll(async () => {
      admin = await insert(opened(), 'users', {
        email: 'admin',
        nickname: 'admin',
        password_hash: 'x',
        role: 'admin',
      })
    })
    afterEach(async () => {
      expect(Object.keys(invariants)).toHaveLength(15)
      expect(await brokenInvariants(opened())).toEqual([])
    })

    test('people sign up, log in, and become influencers', async () => {
      mina = await signUp(opened(), 'Mina')
      buyer = await signUp(opened(), 'Buyer', 10)
      await logIn(opened(), mina)
      await grantInfluencer(opened(), mina, admin)
      await expect(grantInfluencer(opened(), mina, admin)).rejects.toThrow(Refused)
      await expect(signUp(opened(), 'MINA')).rejects.toMatchObject({ code: '23505' })
      expect(await balance(buyer)).toBe(10)
    })

    test('an avatar is registered, trained at the second attempt, and published', async () => {
      await expect(registerAvatar(opened(), buyer, 'Not mine')).rejects.toThrow(Refused)
      avatar = await registerAvatar(opened(), mina, 'Mina')
      await expect(publishAvatar(opened(), avatar, admin)).rejects.toThrow(Refused)
      await stepAvatar(opened(), avatar, 'pending', 'rejected')
      await stepAvatar(opened(), avatar, 'rejected', 'pending')
      await trainAvatar(opened(), avatar, 'failed')
      await trainAvatar(opened(), avatar, 'success')
      await publishAvatar(opened(), avatar, admin)
      await stepAvatar(opened(), avatar, 'active', 'hidden')
      await stepAvatar(opened(), avatar, 'hidden', 'active')
    })

    test('credits are bought once, however often the event comes', async () => {
      const payment = { event: 'E1', capture: 'C1', user: buyer, usd: 60 }
      await receiveWebhook(opened(), payment)
      await receiveWebhook(opened(), payment)
      await receiveWebhook(opened(), { ...payment, event: 'E2' })
      await failWebhook(opened(), 'E1')
      await failWebhook(opened(), 'E1')
      expect(await purchaseCredits(opened())).toBe('processed')
      expect(await purchaseCredits(opened())).toBe('ignored')
      expect(await purchaseCredits(opened())).toBe('idle')
      expect(await balance(buyer)).toBe(310)
    })

    test('an image is generated, after a retry, and the influencer earns', async () => {
      const generation = await start(100)
      expect(await claimTask(opened(), 'w1')).toBe(generation)
      await retryTask(opened(), generation, 'w1')
      await expect(claimTask(opened(), 'w1')).rejects.toThrow(Refused)
      await opened().query(`UPDATE tasks SET available_at = now() WHERE generation_id = ${generation}`)
      expect(await claimTask(opened(), 'w2')).toBe(generation)
      await expect(completeGeneration(opened(), generation, 'w1')).rejects.toThrow(Refused)
      await completeGeneration(opened(), generation, 'w2')
      expect([await balance(buyer), await balance(mina)]).toEqual([209, 100])
    })

    test('a repeated request is charged once; one without credits not at all', async () => {
      const request = { buyer, avatar, key: 'f0000000-0000-4000-8000-000000000000', option: 0 }
      const first = await startGeneration(opened(), request)
      expect(await startGeneration(opened(), request)).toBe(first)
      expect(await balance(buyer)).toBe(208)
      await cancelGeneration(opened(), first, 'pending', 'credits_used')
      await expect(cancelGeneration(opened(), first, 'pending', 'credits_used')).rejects.toThrow(Refused)
      expect(await balance(buyer)).toBe(209)
      const poor = await signUp(opened(), 'Poor')
      await expect(startGeneration(opened(), { ...request, buyer: poor })).rejects.toThrow(Refused)
    })

    test('what fails is refunded, but not for a breach of policy; an admin may cancel running work', async () => {
      for (const failCode of ['engine', 'timeout', 'policy']) {
        await start(4)
        await failGeneration(opened(), await claimTask(opened(), 'w1'), failCode)
      }
      await insert(opened(), 'error_logs', { source: 'worker', message: 'engine failed' })
      await start(4)
      await cancelGeneration(opened(), await claimTask(opened(), 'w1'), 'processing', 'option_credits')
      expect(await balance(buyer)).toBe(203)
    })

    test('images are shared, liked and kept', async () => {
      const [row] = await opened().query(`SELECT id FROM generations WHERE status = 'success'`)
      const generation = Number(row?.['id'])
      await share(opened(), generation, buyer, false)
      await share(opened(), generation, buyer, true)
      for (const table of ['likes', 'bookmarks'] as const) {
        await mark(opened(), table, mina, generation)
        await mark(opened(), table, mina, generation)
        await unmark(opened(), table, mina, generation)
        await unmark(opened(), table, mina, generation)
        await mark(opened(), table, mina, generation)
      }
      await opened().query(`UPDATE generations SET nsfw_flag = true WHERE id <> ${generation}`)
      await unshare(opened(), generation)
      await share(opened(), generation, buyer, true)
    })

    test('earnings are cashed out, once at a time, never more than was earned', async () => {
      await expect(requestPayout(opened(), buyer, 100)).rejects.toThrow(Refused)
      await expect(requestPayout(opened(), mina, 110)).rejects.toThrow(Refused)
      for (const path of [['rejected'], ['approved', 'failed'], ['approved', 'paid']] as const) {
        const request = await requestPayout(opened(), mina, 50)
        await expect(requestPayout(opened(), mina, 10)).rejects.toMatchObject({ code: '23505' })
        let from: 'pending' | 'approved' = 'pending'
        for (const to of path) {
          await decidePayout(opened(), { request, user: mina, admin, from, to })
          from = 'approved'
        }
      }
      expect(await balance(mina)).toBe(50)
    })

    test('an account is closed when nothing is open, and leaves nothing to see', async () => {
      const request = await requestPayout(opened(), mina, 10)
      await expect(closeAccount(opened(), mina)).rejects.toThrow(Refused)
      await decidePayout(opened(), { request, user: mina, admin, from: 'pending', to: 'rejected' })
      await closeAccount(opened(), mina)
      await expect(logIn(opened(), mina)).rejects.toThrow(Refused)
      await expect(closeAccount(opened(), mina)).rejects.toThrow(Refused)
      expect(await balance(mina)).toBe(0)
      const visible = await opened().query(`SELECT id FROM avatars WHERE is_public AND status = 'active'`)
      expect(visible).toEqual([])
    })
  })
}
