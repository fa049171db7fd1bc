import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { giveBonus } from '../../app/operations/accounts/give-bonus.ts'
import { signUp } from '../../app/operations/accounts/sign-up.ts'
import { startGeneration } from '../../app/operations/generations/start-generation.ts'
import { atOnce, clearQueue, kindsOf, race, rowOf, times } from './at-once.ts'
import type { Opened } from './describe-market.ts'
import { newBuyer } from './people.ts'

export function describeBuyersRaces(opened: Opened): void {
  describe('of buyers', () => {
    test('a double click starts one generation', async () => {
      const { db, avatar, balanceOf } = opened()
      const buyer = await newBuyer(db, 50)
      const request = { buyer, avatar, optionCredits: 4, prompt: 'x', idempotencyKey: randomUUID() }
      const outcomes = await atOnce(
        opened(),
        rowOf('users', buyer),
        times(6, () => () => startGeneration(db, request)),
      )
      expect(kindsOf(outcomes)).toEqual({ started: 1, repeated: 5 })
      expect(new Set(outcomes.map((outcome) => 'generation' in outcome && outcome.generation)).size).toBe(1)
      expect(await balanceOf(buyer)).toBe(45)
      await clearQueue(opened())
    })

    test('credits are spent once', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 12)
      const start = () =>
        startGeneration(db, { buyer, avatar, optionCredits: 4, prompt: 'x', idempotencyKey: randomUUID() })
      expect(await race(opened(), rowOf('users', buyer), start, start, start, start, start)).toEqual({
        started: 2,
        'not-enough-credits': 3,
      })
      await clearQueue(opened())
    })

    test('a generation is not started on an account that closes', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const kinds = await race(
        opened(),
        rowOf('users', buyer),
        () => closeAccount(db, { user: buyer }),
        () =>
          startGeneration(db, { buyer, avatar, optionCredits: 0, prompt: 'x', idempotencyKey: randomUUID() }),
      )
      expect([
        { closed: 1, 'user-not-active': 1 },
        { started: 1, 'generation-open': 1 },
      ]).toContainEqual(kinds)
      await clearQueue(opened())
    })

    test('names and bonuses are given once', async () => {
      const { db } = opened()
      const nickname = `n${Date.now().toString(36)}`
      const request = { email: `${nickname}@example.com`, nickname, passwordHash: 'x' }
      const none = 'SELECT FROM users WHERE id = 0'
      expect(await race(opened(), none, ...times(5, () => () => signUp(db, request)))).toMatchObject({
        'signed-up': 1,
      })
      const user = await newBuyer(db)
      const bonus = { user, campaign: 'race', credits: 5 }
      expect(
        await race(opened(), rowOf('users', user), ...times(5, () => () => giveBonus(db, bonus))),
      ).toEqual({
        given: 1,
        'already-given': 4,
      })
    })
  })
}
