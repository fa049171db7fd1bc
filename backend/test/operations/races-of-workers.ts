import { describe, expect, test } from 'vitest'
import { cancelByAdmin } from '../../app/operations/generations/cancel-by-admin.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../../app/operations/generations/fail-generation.ts'
import { sweepExpired } from '../../app/operations/generations/sweep-expired.ts'
import { clearQueue, kindsOf, race, rowOf, times } from './at-once.ts'
import type { Opened } from './describe-market.ts'
import { image, newBuyer, newGeneration, newInfluencer, newPublicAvatar, newRunning } from './people.ts'

type Outcome = { readonly kind: string }

export function describeWorkersRaces(opened: Opened): void {
  describe('of workers', () => {
    test('a task has one worker', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      for (let i = 0; i < 3; i++) await newGeneration(db, { buyer, avatar })
      const claims = await Promise.all(times(8, (n) => claimTask(db, { worker: `w${n}` })))
      expect(kindsOf(claims)).toEqual({ claimed: 3, idle: 5 })
      expect(new Set(claims.flatMap((claim) => (claim.kind === 'claimed' ? claim.task : []))).size).toBe(3)
      await clearQueue(opened())
    })

    test('canceled or claimed, never both', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      for (let round = 0; round < 5; round++) {
        const generation = await newGeneration(db, { buyer, avatar })
        const kinds = kindsOf(
          await Promise.all<Outcome>([
            claimTask(db, { worker: 'w1' }),
            cancelGeneration(db, { generation, buyer }),
            cancelGeneration(db, { generation, buyer }),
          ]),
        )
        expect([
          { claimed: 1, 'too-late': 2 },
          { idle: 1, canceled: 1, 'too-late': 1 },
        ]).toContainEqual(kinds)
        await clearQueue(opened())
      }
    })

    test('a task ends once: completed, failed, canceled or swept', async () => {
      const { db, query, admin, avatar } = opened()
      const buyer = await newBuyer(db, 50)
      for (let round = 0; round < 4; round++) {
        const { task, generation } = await newRunning(db, { buyer, avatar, optionCredits: 4 })
        await query(`UPDATE tasks SET lease_expires_at = now() - interval '1 s' WHERE id = ${task}`)
        const operations: (() => Promise<Outcome>)[] = [
          () => completeGeneration(db, { ...image, task, worker: 'w1' }),
          () => completeGeneration(db, { ...image, task, worker: 'w1' }),
          () => failGeneration(db, { task, worker: 'w1', failCode: 'engine', reason: 'gone' }),
          () => cancelByAdmin(db, { generation, admin, refund: 'option-credits' }),
          async () => ({ kind: (await sweepExpired(db)) ? 'swept' : 'nothing' }),
          async () => ({ kind: (await sweepExpired(db)) ? 'swept' : 'nothing' }),
        ]
        const rotated = [...operations.slice(round), ...operations.slice(0, round)]
        const {
          late = 0,
          nothing = 0,
          'not-open': notOpen = 0,
          ...won
        } = await race(opened(), rowOf('tasks', task), ...rotated)
        expect(Object.values(won)).toEqual([1])
        expect(late + nothing + notOpen).toBe(5)
      }
    })

    test('an influencer who earns in many images at once has an unbroken ledger', async () => {
      const { db, admin, balanceOf } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 100)
      const running = []
      for (let n = 0; n < 6; n++)
        running.push(await newRunning(db, { buyer, avatar, optionCredits: n + 1 }, `w${n}`))
      const kinds = await race(
        opened(),
        rowOf('users', influencer),
        ...running.map(
          ({ task }, n) =>
            () =>
              completeGeneration(db, { ...image, task, worker: `w${n}` }),
        ),
      )
      expect(kinds).toEqual({ completed: 6 })
      expect(await balanceOf(influencer)).toBe(21)
    })
  })
}
