import { describe, expect, test } from 'vitest'
import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { giveBonus } from '../../app/operations/accounts/give-bonus.ts'
import { grantInfluencer } from '../../app/operations/accounts/grant-influencer.ts'
import { logIn } from '../../app/operations/accounts/log-in.ts'
import { signUp } from '../../app/operations/accounts/sign-up.ts'
import { reinstateUser, suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { decidePayout } from '../../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { likeImage } from '../../app/operations/social/like.ts'
import { shareGeneration } from '../../app/operations/social/share.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newBuyer, newGeneration, newImage, newInfluencer, newPublicAvatar } from './people.ts'

export function describeAccounts(opened: Opened): void {
  describe('accounts', () => {
    test('sign-up gives a buyer, with the welcome bonus in the ledger', async () => {
      const { db, query, balanceOf } = opened()
      const { user } = await expecting(
        'signed-up',
        signUp(db, {
          email: 'jisoo@example.com',
          nickname: '지수 Kim',
          passwordHash: 'x',
          locale: 'ko',
          welcome: { campaign: 'spring', credits: 7 },
        }),
      )
      expect(await query(`SELECT role, locale FROM users WHERE id = ${user}`)).toEqual([
        { role: 'buyer', locale: 'ko' },
      ])
      expect(await balanceOf(user)).toBe(7)
    })

    test('e-mail and nickname are taken in whatever case', async () => {
      const { db } = opened()
      const nari = { email: 'nari@example.com', nickname: 'Nari', passwordHash: 'x' }
      await expecting('signed-up', signUp(db, nari))
      expect(await signUp(db, { ...nari, email: 'NARI@Example.com', nickname: 'Other' })).toEqual({
        kind: 'email-taken',
      })
      expect(await signUp(db, { ...nari, email: 'other@example.com', nickname: 'NARI' })).toEqual({
        kind: 'nickname-taken',
      })
    })

    test('what the form should have refused is an error', async () => {
      const request = { email: 'x@example.com', nickname: 'ab', passwordHash: 'x' }
      await expect(signUp(opened().db, request)).rejects.toMatchObject({ code: '23514' })
    })

    test('a bonus is given once per campaign', async () => {
      const { db, admin } = opened()
      const user = await newBuyer(db)
      const bonus = { user, campaign: 'summer', credits: 5 }
      expect(await giveBonus(db, bonus)).toEqual({ kind: 'given', balance: 5 })
      expect(await giveBonus(db, bonus)).toEqual({ kind: 'already-given' })
      expect(await giveBonus(db, { ...bonus, campaign: 'autumn' })).toEqual({ kind: 'given', balance: 10 })
      await suspendUser(db, { user, admin })
      expect(await giveBonus(db, { ...bonus, campaign: 'winter' })).toEqual({ kind: 'user-not-active' })
    })

    test('log-in is written down; only active users enter', async () => {
      const { db, query, admin } = opened()
      const user = await newBuyer(db)
      expect(await logIn(db, { user, from: { address: '127.0.0.1' } })).toEqual({
        kind: 'logged-in',
        role: 'buyer',
        locale: 'en',
      })
      expect(await query(`SELECT action, metadata FROM audit_logs WHERE user_id = ${user}`)).toEqual([
        { action: 'login', metadata: { address: '127.0.0.1' } },
      ])
      await suspendUser(db, { user, admin })
      expect(await logIn(db, { user })).toEqual({ kind: 'user-not-active' })
      await reinstateUser(db, { user, admin })
      await expecting('logged-in', logIn(db, { user }))
      expect(await logIn(db, { user: 0 })).toEqual({ kind: 'user-not-active' })
    })

    test('suspending is for admins, and for the state it begins from', async () => {
      const { db, admin } = opened()
      const user = await newBuyer(db)
      expect(await suspendUser(db, { user, admin: user })).toEqual({ kind: 'not-an-admin' })
      expect(await reinstateUser(db, { user, admin })).toEqual({ kind: 'wrong-state' })
      expect(await suspendUser(db, { user, admin })).toEqual({ kind: 'done' })
      expect(await suspendUser(db, { user, admin })).toEqual({ kind: 'wrong-state' })
    })

    test('an admin makes a buyer an influencer, once', async () => {
      const { db, query, admin } = opened()
      const user = await newBuyer(db)
      expect(await grantInfluencer(db, { user, admin: user })).toEqual({ kind: 'not-an-admin' })
      expect(await grantInfluencer(db, { user, admin })).toEqual({ kind: 'granted' })
      expect(await grantInfluencer(db, { user, admin })).toEqual({ kind: 'not-a-buyer' })
      const trace = `SELECT user_id::integer FROM audit_logs WHERE target_type = 'user' AND target_id = ${user}`
      expect(await query(trace)).toEqual([{ user_id: admin }])
    })

    test('closing an account waits for what is open', async () => {
      const { db, admin, avatar } = opened()
      const user = await newInfluencer(db, admin, 10)
      const generation = await newGeneration(db, { buyer: user, avatar })
      expect(await closeAccount(db, { user })).toEqual({ kind: 'generation-open' })
      await expecting('canceled', cancelGeneration(db, { generation, buyer: user }))
      const own = await newPublicAvatar(db, user, admin)
      await newImage(db, { buyer: await newBuyer(db, 50), avatar: own, optionCredits: 20 })
      const { request } = await expecting(
        'requested',
        requestPayout(db, { influencer: user, credits: 20, account: 'bank' }),
      )
      expect(await closeAccount(db, { user })).toEqual({ kind: 'payout-open' })
      await expecting('decided', decidePayout(db, { kind: 'rejected', request, admin, reason: 'no' }))
      expect(await closeAccount(db, { user })).toEqual({ kind: 'closed', forfeited: 30 })
      expect(await closeAccount(db, { user })).toEqual({ kind: 'no-account' })
    })

    test('a closed account leaves nothing to see', async () => {
      const { db, query, admin, avatar } = opened()
      const user = await newInfluencer(db, admin, 10)
      const own = await newPublicAvatar(db, user, admin)
      const generation = await newImage(db, { buyer: user, avatar })
      await expecting('shared', shareGeneration(db, { generation, buyer: user, visibility: 'public' }))
      await expecting('marked', likeImage(db, { user, generation }))
      await expecting('closed', closeAccount(db, { user }))
      expect(
        await query(`
          SELECT (SELECT count(*) FROM shared_generations WHERE generation_id = ${generation})::integer AS shares,
            (SELECT count(*) FROM likes WHERE user_id = ${user})::integer AS likes,
            status, is_public FROM avatars WHERE id = ${own}`),
      ).toEqual([{ shares: 0, likes: 0, status: 'hidden', is_public: false }])
      expect(await query(`SELECT email, password_hash, status FROM users WHERE id = ${user}`)).toEqual([
        { email: `deleted-${user}`, password_hash: '', status: 'deleted' },
      ])
    })
  })
}
