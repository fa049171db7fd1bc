import { describe, expect, test } from 'vitest'
import { suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { cancelByAdmin } from '../../app/operations/generations/cancel-by-admin.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../../app/operations/generations/fail-generation.ts'
import { sweepExpired } from '../../app/operations/generations/sweep-expired.ts'
import type { Opened } from './describe-market.ts'
import {
  expecting,
  image,
  newBuyer,
  newGeneration,
  newInfluencer,
  newPublicAvatar,
  newRunning,
} from './people.ts'

export function describeGenerations(opened: Opened): void {
  describe('working', () => {
    test('a task is claimed with what its worker needs, in the order of the queue', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      expect(await claimTask(db, { worker: 'w1' })).toEqual({ kind: 'idle' })
      const [first, second] = [
        await newGeneration(db, { buyer, avatar }),
        await newGeneration(db, { buyer, avatar }),
      ]
      for (const generation of [first, second]) {
        const claimed = await expecting('claimed', claimTask(db, { worker: 'w1' }))
        expect(claimed).toMatchObject({
          generation,
          attempt: 1,
          prompt: '달 위의 고양이',
          loraPath: expect.stringMatching(/^models\//),
          nsfwAllowed: false,
        })
        await expecting('completed', completeGeneration(db, { ...image, task: claimed.task, worker: 'w1' }))
      }
    })

    test('success pays the influencer the option credits, once', async () => {
      const { db, query, admin } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 110)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 100 })
      expect(await completeGeneration(db, { ...image, task, worker: 'w2' })).toEqual({ kind: 'late' })
      const done = { ...image, task, worker: 'w1' }
      expect(await completeGeneration(db, done)).toEqual({ kind: 'completed', generation, earned: 100 })
      expect(await completeGeneration(db, done)).toEqual({ kind: 'late' })
      expect(await opened().balanceOf(influencer)).toBe(100)
      const [row] = await query(`SELECT status, seed, image_url FROM generations WHERE id = ${generation}`)
      expect(row).toEqual({ status: 'success', seed: image.seed, image_url: image.imageUrl })
    })

    test('a suspended influencer earns all the same; without option credits nobody does', async () => {
      const { db, query, admin } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 10)
      const first = await newRunning(db, { buyer, avatar, optionCredits: 3 })
      await expecting('done', suspendUser(db, { user: influencer, admin }))
      await expecting('completed', completeGeneration(db, { ...image, task: first.task, worker: 'w1' }))
      const { task } = await newRunning(db, { buyer, avatar })
      expect(await completeGeneration(db, { ...image, task, worker: 'w1' })).toMatchObject({ earned: 0 })
      expect(
        await query(`SELECT type, amount::integer FROM transactions WHERE user_id = ${influencer}`),
      ).toEqual([{ type: 'earning', amount: 3 }])
    })

    test('NSFW images are for avatars that allow them; others fail by policy, without a refund', async () => {
      const { db, query, admin, influencer, balanceOf } = opened()
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 10)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 1 })
      const bare = { ...image, task, worker: 'w1', nsfw: true }
      expect(await completeGeneration(db, bare)).toEqual({ kind: 'nsfw-not-allowed' })
      expect(
        await failGeneration(db, {
          task,
          worker: 'w1',
          failCode: 'policy',
          reason: 'NSFW',
          transient: false,
        }),
      ).toEqual({ kind: 'failed', generation, refunded: 0 })
      expect(await balanceOf(buyer)).toBe(8)
      await query(`UPDATE avatars SET nsfw_allowed = true WHERE id = ${avatar}`)
      const next = await newRunning(db, { buyer, avatar })
      expect(next.nsfwAllowed).toBe(true)
      await expecting('completed', completeGeneration(db, { ...bare, task: next.task }))
    })
  })

  describe('failing', () => {
    test('transient errors are retried twice, later each time; then everything goes back', async () => {
      const { db, query, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 5)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 4 })
      const failure = { task, worker: 'w1', failCode: 'engine', reason: 'busy', transient: true } as const
      for (const [retry, seconds] of [
        [1, 5],
        [2, 10],
      ] as const) {
        expect(await failGeneration(db, { ...failure, worker: 'w2' })).toEqual({ kind: 'late' })
        expect(await failGeneration(db, failure)).toEqual({ kind: 'requeued', retry })
        expect(await failGeneration(db, failure)).toEqual({ kind: 'late' })
        expect(await claimTask(db, { worker: 'w1' })).toEqual({ kind: 'idle' })
        const due = `SELECT round(extract(epoch FROM available_at - now()))::integer AS seconds FROM tasks WHERE id = ${task}`
        const [wait] = await query(due)
        expect(wait?.['seconds']).toBeGreaterThan(seconds - 3)
        expect(wait?.['seconds']).toBeLessThanOrEqual(seconds)
        await query(`UPDATE tasks SET available_at = now() WHERE id = ${task}`)
        const again = await expecting('claimed', claimTask(db, { worker: 'w1' }))
        expect(again).toMatchObject({ task, generation, attempt: retry + 1 })
      }
      expect(await failGeneration(db, failure)).toEqual({ kind: 'failed', generation, refunded: 5 })
      expect(await failGeneration(db, failure)).toEqual({ kind: 'late' })
      expect(await balanceOf(buyer)).toBe(5)
      expect(await query(`SELECT message FROM error_logs WHERE related_task_id = ${task}`)).toEqual([
        { message: 'engine: busy' },
      ])
    })

    test.each(['engine', 'upload', 'timeout'] as const)('%s gives everything back', async (failCode) => {
      const { db, query, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 9)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 8 })
      const failure = { task, worker: 'w1', failCode, reason: 'gone' }
      expect(await failGeneration(db, failure)).toEqual({ kind: 'failed', generation, refunded: 9 })
      expect(await balanceOf(buyer)).toBe(9)
      const [row] = await query(`SELECT status, fail_code FROM generations WHERE id = ${generation}`)
      expect(row).toEqual({ status: 'failed', fail_code: failCode })
    })

    test('what no worker has finished in ten minutes has timed out', async () => {
      const { db, query, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 5)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 4 })
      expect(await sweepExpired(db)).toBeUndefined()
      await query(`UPDATE tasks SET lease_expires_at = now() - interval '1 second' WHERE id = ${task}`)
      expect(await sweepExpired(db)).toEqual({ task, generation, refunded: 5 })
      expect(await sweepExpired(db)).toBeUndefined()
      expect(await completeGeneration(db, { ...image, task, worker: 'w1' })).toEqual({ kind: 'late' })
      expect(await balanceOf(buyer)).toBe(5)
    })
  })

  describe('canceling', () => {
    test('by the buyer: everything goes back, while nobody works on it', async () => {
      const { db, avatar, balanceOf } = opened()
      const [buyer, other] = [await newBuyer(db, 5), await newBuyer(db)]
      const generation = await newGeneration(db, { buyer, avatar, optionCredits: 4 })
      expect(await cancelGeneration(db, { generation, buyer: other })).toEqual({ kind: 'not-found' })
      expect(await cancelGeneration(db, { generation, buyer })).toEqual({ kind: 'canceled', refunded: 5 })
      expect(await cancelGeneration(db, { generation, buyer })).toEqual({ kind: 'too-late' })
      expect(await claimTask(db, { worker: 'w1' })).toEqual({ kind: 'idle' })
      expect(await balanceOf(buyer)).toBe(5)
    })

    test('by the buyer: too late once a worker has begun, also between two attempts', async () => {
      const { db, query, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const { task, generation } = await newRunning(db, { buyer, avatar })
      expect(await cancelGeneration(db, { generation, buyer })).toEqual({ kind: 'too-late' })
      const failure = { task, worker: 'w1', failCode: 'engine', reason: 'busy', transient: true } as const
      await expecting('requeued', failGeneration(db, failure))
      expect(await cancelGeneration(db, { generation, buyer })).toEqual({ kind: 'too-late' })
      await query(`UPDATE tasks SET available_at = now() WHERE id = ${task}`)
      await expecting('claimed', claimTask(db, { worker: 'w1' }))
      await expecting('completed', completeGeneration(db, { ...image, task, worker: 'w1' }))
      expect(await cancelGeneration(db, { generation, buyer })).toEqual({ kind: 'too-late' })
    })

    test.each([
      ['everything', 5],
      ['option-credits', 4],
      ['nothing', 0],
    ] as const)('by an admin, also while a worker has it: %s goes back', async (refund, refunded) => {
      const { db, query, admin, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 4 })
      const request = { generation, admin, refund }
      expect(await cancelByAdmin(db, { ...request, admin: buyer })).toEqual({ kind: 'not-an-admin' })
      expect(await cancelByAdmin(db, request)).toEqual({ kind: 'canceled', refunded })
      expect(await cancelByAdmin(db, request)).toEqual({ kind: 'not-open' })
      expect(await completeGeneration(db, { ...image, task, worker: 'w1' })).toEqual({ kind: 'late' })
      const trace = `SELECT metadata FROM audit_logs WHERE target_type = 'generation' AND target_id = ${generation}`
      expect(await query(trace)).toEqual([{ metadata: { refunded } }])
    })
  })
}
