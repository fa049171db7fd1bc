import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { hideAvatar } from '../../app/operations/avatars/hide-avatar.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { startGeneration } from '../../app/operations/generations/start-generation.ts'
import type { Opened } from './describe-market.ts'
import {
  expecting,
  newAvatar,
  newBuyer,
  newGeneration,
  newInfluencer,
  newPublicAvatar,
  trainByHand,
} from './people.ts'

export function describeStarting(opened: Opened): void {
  describe('starting', () => {
    const prompt = 'a cat on the moon'
    const requestOf = (buyer: number, avatar: number, optionCredits = 4) => ({
      buyer,
      avatar,
      optionCredits,
      prompt,
      idempotencyKey: randomUUID(),
    })

    test('debits the buyer and queues a task; the same request again changes nothing', async () => {
      const { db, query, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 5)
      const request = requestOf(buyer, avatar)
      const { generation, balance } = await expecting('started', startGeneration(db, request))
      expect(balance).toBe(0)
      expect(await startGeneration(db, request)).toEqual({ kind: 'repeated', generation })
      expect(await balanceOf(buyer)).toBe(0)
      expect(await query(`SELECT status, task_type FROM tasks WHERE generation_id = ${generation}`)).toEqual([
        { status: 'queued', task_type: 'generation' },
      ])
      await expecting('canceled', cancelGeneration(db, { generation, buyer }))
      expect(await startGeneration(db, request)).toEqual({ kind: 'repeated', generation })
    })

    test('a key is the buyer’s own', async () => {
      const { db, avatar } = opened()
      const [one, other] = [await newBuyer(db, 5), await newBuyer(db, 5)]
      const request = requestOf(one, avatar, 0)
      const first = await expecting('started', startGeneration(db, request))
      const second = await expecting('started', startGeneration(db, { ...request, buyer: other }))
      expect(second.generation).not.toBe(first.generation)
      for (const [buyer, { generation }] of [
        [one, first],
        [other, second],
      ] as const)
        await expecting('canceled', cancelGeneration(db, { generation, buyer }))
    })

    test('is refused without credits, and says the price', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 4)
      expect(await startGeneration(db, requestOf(buyer, avatar))).toEqual({
        kind: 'not-enough-credits',
        price: 5,
        balance: 4,
      })
    })

    test('is refused for avatars that are hidden, but for their owner', async () => {
      const { db, admin } = opened()
      const influencer = await newInfluencer(db, admin, 10)
      const buyer = await newBuyer(db, 10)
      const avatar = await newAvatar(db, influencer)
      const refused = { kind: 'avatar-not-available' }
      expect(await startGeneration(db, requestOf(influencer, avatar))).toEqual(refused) // no model yet
      await trainByHand(db, avatar, admin)
      expect(await startGeneration(db, requestOf(buyer, avatar))).toEqual(refused)
      const generation = await newGeneration(db, { buyer: influencer, avatar })
      await expecting('canceled', cancelGeneration(db, { generation, buyer: influencer }))
      const shown = await newPublicAvatar(db, influencer, admin)
      await expecting('hidden', hideAvatar(db, { avatar: shown, by: influencer }))
      expect(await startGeneration(db, requestOf(buyer, shown))).toEqual(refused)
      expect(await startGeneration(db, requestOf(buyer, 0))).toEqual(refused)
    })

    test('is refused to users who are suspended, or unknown', async () => {
      const { db, admin, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      await expecting('done', suspendUser(db, { user: buyer, admin }))
      expect(await startGeneration(db, requestOf(buyer, avatar))).toEqual({ kind: 'user-not-active' })
      expect(await startGeneration(db, requestOf(0, avatar))).toEqual({ kind: 'user-not-active' })
    })

    test('what the form should have refused is an error, and costs nothing', async () => {
      const { db, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 500)
      for (const wrong of [{ prompt: '' }, { optionCredits: 101 }, { optionCredits: -1 }])
        await expect(startGeneration(db, { ...requestOf(buyer, avatar), ...wrong })).rejects.toMatchObject({
          code: '23514',
        })
      expect(await balanceOf(buyer)).toBe(500)
    })
  })
}
