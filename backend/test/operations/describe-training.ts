import { describe, expect, test } from 'vitest'
import { rejectAvatar } from '../../app/operations/avatars/reject-avatar.ts'
import { approveTraining } from '../../app/operations/training/approve-training.ts'
import { claimTraining } from '../../app/operations/training/claim-training.ts'
import { endTraining } from '../../app/operations/training/end-training.ts'
import { renewLease } from '../../app/operations/training/renew-lease.ts'
import { startTraining } from '../../app/operations/training/start-training.ts'
import { sweepTraining } from '../../app/operations/training/sweep-training.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newAvatar } from './people.ts'

const success = { kind: 'success', loraPath: 'models/1' } as const
const failed = { kind: 'failed', message: 'out of memory' } as const

export function describeTraining(opened: Opened): void {
  describe('training', () => {
    const newJob = async (trainedBy: 'worker' | 'hand') => {
      const { db, admin, influencer } = opened()
      const avatar = await newAvatar(db, influencer)
      const { job } = await expecting('approved', approveTraining(db, { avatar, admin, trainedBy }))
      return { avatar, job }
    }

    test('by hand: one open job per avatar; a failed attempt is followed by another', async () => {
      const { db, admin, influencer } = opened()
      const { avatar, job } = await newJob('hand')
      const approval = { avatar, admin, trainedBy: 'hand' } as const
      expect(await approveTraining(db, approval)).toEqual({ kind: 'already-open' })
      expect(await startTraining(db, { job, admin: influencer })).toEqual({ kind: 'not-an-admin' })
      expect(await endTraining(db, { job, result: success })).toEqual({ kind: 'late' })
      expect(await startTraining(db, { job, admin })).toEqual({ kind: 'started' })
      expect(await startTraining(db, { job, admin })).toEqual({ kind: 'not-startable' })
      expect(await endTraining(db, { job, result: failed })).toEqual({ kind: 'ended', avatar })
      expect(await endTraining(db, { job, result: success })).toEqual({ kind: 'late' })
      const next = await expecting('approved', approveTraining(db, approval))
      await expecting('started', startTraining(db, { job: next.job, admin }))
      await expecting('ended', endTraining(db, { job: next.job, result: success }))
    })

    test('by a worker: the job is claimed, kept alive, and ended by whoever holds it', async () => {
      const { db, query, admin } = opened()
      const { avatar, job } = await newJob('worker')
      expect(await startTraining(db, { job, admin })).toEqual({ kind: 'not-startable' })
      const { task } = await expecting('claimed', claimTraining(db, { worker: 'gpu1' }))
      expect(await claimTraining(db, { worker: 'gpu2' })).toEqual({ kind: 'idle' })
      expect(await renewLease(db, { task, worker: 'gpu2' })).toBe(false)
      expect(await renewLease(db, { task, worker: 'gpu1', leaseMinutes: 60 })).toBe(true)
      expect(
        await query(
          `SELECT lease_expires_at > now() + interval '50 min' AS long FROM tasks WHERE id = ${task}`,
        ),
      ).toEqual([{ long: true }])
      expect(await endTraining(db, { job, result: success })).toEqual({ kind: 'late' })
      expect(await endTraining(db, { job, worker: 'gpu2', result: success })).toEqual({ kind: 'late' })
      expect(await endTraining(db, { job, worker: 'gpu1', result: success })).toEqual({
        kind: 'ended',
        avatar,
      })
      expect(await query(`SELECT lora_path FROM avatars WHERE id = ${avatar}`)).toEqual([
        { lora_path: 'models/1' },
      ])
      expect(await renewLease(db, { task, worker: 'gpu1' })).toBe(false)
    })

    test('a worker that died is noticed when its lease runs out', async () => {
      const { db, query } = opened()
      const { job } = await newJob('worker')
      const { task } = await expecting('claimed', claimTraining(db, { worker: 'gpu1' }))
      expect(await sweepTraining(db)).toBeUndefined()
      await query(`UPDATE tasks SET lease_expires_at = now() - interval '1 second' WHERE id = ${task}`)
      expect(await sweepTraining(db)).toEqual({ task, job })
      expect(await sweepTraining(db)).toBeUndefined()
      expect(await endTraining(db, { job, worker: 'gpu1', result: success })).toEqual({ kind: 'late' })
    })

    test('only admins approve, and no rejected avatar', async () => {
      const { db, admin, influencer } = opened()
      const avatar = await newAvatar(db, influencer)
      const approval = { avatar, admin, trainedBy: 'hand' } as const
      expect(await approveTraining(db, { ...approval, admin: influencer })).toEqual({ kind: 'not-an-admin' })
      await expecting('rejected', rejectAvatar(db, { avatar, admin, reason: 'no' }))
      expect(await approveTraining(db, approval)).toEqual({ kind: 'not-trainable' })
      expect(await approveTraining(db, { ...approval, avatar: 0 })).toEqual({ kind: 'not-trainable' })
    })
  })
}
