import { describe, expect, test } from 'vitest'
import { acceptedRows } from './accepted-rows.ts'
import { specifiedColumns } from './columns.ts'
import type { Opened } from './describe-domain.ts'
import { answerTo, takenBack } from './domain-database.ts'
import { forbiddenRows } from './forbidden-rows.ts'
import { insertSql } from './rows.ts'
import { makeWorld, validRow } from './world.ts'

export function describeChecks(opened: Opened): void {
  describe('checks', () => {
    test('a row that breaks a rule is refused by the check of that rule', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        const answers: string[] = []
        const expected: string[] = []
        for (const { table, check, cells } of forbiddenRows(world)) {
          const what = `${table} ${JSON.stringify(cells)}: `
          answers.push(
            what + (await answerTo(database, insertSql(table, { ...validRow(table, world), ...cells }))),
          )
          expected.push(`${what}23514 ${check}`)
        }
        expect(answers).toEqual(expected)
      })
    })

    test('there is such a row for every check', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        const rows = await database.query(`
          SELECT conname AS name FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
          WHERE contype = 'c' AND NOT relispartition AND connamespace = 'public'::regnamespace ORDER BY 1`)
        expect([...new Set(forbiddenRows(world).map(({ check }) => check))].sort()).toEqual(
          rows.map(({ name }) => name).sort(),
        )
      })
    })

    test('a row at the edge of what is allowed is accepted', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        for (const [table, cells] of acceptedRows(world)) {
          const sql = insertSql(table, { ...validRow(table, world), ...cells })
          expect([sql, await answerTo(database, sql)]).toEqual([sql, 'accepted'])
        }
      })
    })

    test('a column that must have a value is refused without one', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        for (const [table, columns] of Object.entries(specifiedColumns))
          for (const [, column] of columns.matchAll(/^ *(\w+) (?!.*(?:\?|identity)).*$/gm)) {
            const sql = insertSql(table, { ...validRow(table, world), [column!]: null })
            expect([sql, await answerTo(database, sql)]).toEqual([sql, `23502 ${column}`])
          }
      })
    })

    test('an id is never given from outside', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        for (const table of Object.keys(specifiedColumns)) {
          const sql = insertSql(table, { ...validRow(table, world), id: 7 })
          expect([table, await answerTo(database, sql)]).toEqual([table, '428C9'])
        }
      })
    })
  })
}
