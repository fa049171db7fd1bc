import { describe, expect, test } from 'vitest'
import type { Opened } from './describe-domain.ts'
import { answerTo, takenBack } from './domain-database.ts'
import { lifeCycles } from './life-cycles.ts'
import { insert, updateSql } from './rows.ts'
import { makeWorld, validRow } from './world.ts'

export function describeLifeCycles(opened: Opened): void {
  describe('life cycles', () => {
    test.each(lifeCycles)(
      '$table: legal steps pass, all others are refused',
      async ({ table, states, steps }) => {
        const database = opened()
        await takenBack(database, async () => {
          const world = await makeWorld(database)
          for (const [from, before] of Object.entries(states)) {
            await database.query('SAVEPOINT state')
            const id = await insert(database, table, { ...validRow(table, world), ...before, status: from })
            for (const [to, after] of Object.entries(states)) {
              const step: `${string} > ${string}` = `${from} > ${to}`
              const legal = from === to || steps.includes(step)
              const answer = await answerTo(database, updateSql(table, id, { ...after, status: to }))
              expect([step, answer]).toEqual([step, legal ? 'accepted' : `23514 ${table}_status_tg`])
            }
            const lost = await answerTo(database, updateSql(table, id, { status: null }))
            expect(lost).toBe('23502 status')
            await database.query('ROLLBACK TO state')
          }
        })
      },
    )

    test('the refusal says which steps are legal', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const { avatar } = await makeWorld(database)
        await expect(
          database.query(updateSql('avatars', avatar, { status: 'hidden' })),
        ).rejects.toMatchObject({
          message: 'status of "avatars" cannot go from "pending" to "hidden"',
          detail: expect.stringContaining('Legal steps: pending > active, pending > rejected,'),
          table: 'avatars',
          column: 'status',
        })
      })
    })

    test.each(['users', 'avatars', 'payout_requests'])(
      '%s: updated_at moves with every update',
      async (table) => {
        const database = opened()
        await takenBack(database, async () => {
          const world = await makeWorld(database)
          const past = { sql: "'2020-01-01'::timestamptz" }
          const id = await insert(database, table, {
            ...validRow(table, world),
            updated_at: past,
            created_at: past,
          })
          await database.query(updateSql(table, id, { created_at: past }))
          const moved = await database.query(
            `SELECT updated_at = now() AS moved FROM ${table} WHERE id = ${id}`,
          )
          expect(moved).toEqual([{ moved: true }])
        })
      },
    )
  })
}
