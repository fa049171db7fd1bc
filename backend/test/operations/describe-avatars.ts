import { describe, expect, test } from 'vitest'
import { suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { hideAvatar } from '../../app/operations/avatars/hide-avatar.ts'
import { publishAvatar } from '../../app/operations/avatars/publish-avatar.ts'
import { registerAvatar } from '../../app/operations/avatars/register-avatar.ts'
import { rejectAvatar } from '../../app/operations/avatars/reject-avatar.ts'
import { resubmitAvatar } from '../../app/operations/avatars/resubmit-avatar.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newAvatar, newBuyer, newInfluencer, newPublicAvatar, trainByHand } from './people.ts'

export function describeAvatars(opened: Opened): void {
  describe('avatars', () => {
    test('only active influencers register avatars', async () => {
      const { db, admin } = opened()
      const profile = { title: '민아', height: 167.5, nationality: 'KR' }
      const buyer = await newBuyer(db)
      const influencer = await newInfluencer(db, admin)
      expect(await registerAvatar(db, { influencer: buyer, profile })).toEqual({ kind: 'not-an-influencer' })
      await expecting('registered', registerAvatar(db, { influencer, profile }))
      await suspendUser(db, { user: influencer, admin })
      expect(await registerAvatar(db, { influencer, profile })).toEqual({ kind: 'not-an-influencer' })
    })

    test('an avatar is published by its owner, once it has a model', async () => {
      const { db, admin, influencer } = opened()
      const avatar = await newAvatar(db, influencer)
      expect(await publishAvatar(db, { avatar, influencer })).toEqual({ kind: 'not-publishable' })
      await trainByHand(db, avatar, admin)
      const other = await newInfluencer(db, admin)
      expect(await publishAvatar(db, { avatar, influencer: other })).toEqual({ kind: 'not-publishable' })
      expect(await publishAvatar(db, { avatar, influencer: admin })).toEqual({ kind: 'not-an-influencer' })
      expect(await publishAvatar(db, { avatar, influencer })).toEqual({ kind: 'published' })
      expect(await publishAvatar(db, { avatar, influencer })).toEqual({ kind: 'not-publishable' })
    })

    test('it is hidden by its owner or an admin, and published again', async () => {
      const { db, query, admin, influencer } = opened()
      const avatar = await newPublicAvatar(db, influencer, admin)
      const audited = () =>
        query(`SELECT 1 FROM audit_logs WHERE action = 'avatar_hidden' AND target_id = ${avatar}`)
      expect(await hideAvatar(db, { avatar, by: await newBuyer(db) })).toEqual({ kind: 'not-allowed' })
      expect(await audited()).toHaveLength(0)
      for (const by of [influencer, admin]) {
        expect(await hideAvatar(db, { avatar, by })).toEqual({ kind: 'hidden' })
        expect(await hideAvatar(db, { avatar, by })).toEqual({ kind: 'not-active' })
        await expecting('published', publishAvatar(db, { avatar, influencer }))
      }
      expect(await audited()).toHaveLength(2)
    })

    test('a rejected registration may be resubmitted', async () => {
      const { db, admin, influencer } = opened()
      const avatar = await newAvatar(db, influencer)
      const rejection = { avatar, admin, reason: '얼굴이 보이지 않습니다' }
      expect(await resubmitAvatar(db, { avatar, influencer })).toEqual({ kind: 'not-rejected' })
      expect(await rejectAvatar(db, { ...rejection, admin: influencer })).toEqual({ kind: 'not-an-admin' })
      expect(await rejectAvatar(db, rejection)).toEqual({ kind: 'rejected' })
      expect(await rejectAvatar(db, rejection)).toEqual({ kind: 'not-pending' })
      expect(await publishAvatar(db, { avatar, influencer })).toEqual({ kind: 'not-publishable' })
      expect(await resubmitAvatar(db, { avatar, influencer: await newInfluencer(db, admin) })).toEqual({
        kind: 'not-rejected',
      })
      expect(await resubmitAvatar(db, { avatar, influencer: admin })).toEqual({ kind: 'not-an-influencer' })
      expect(await resubmitAvatar(db, { avatar, influencer })).toEqual({ kind: 'resubmitted' })
    })
  })
}
