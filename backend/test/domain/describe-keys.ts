import { describe, expect, test } from 'vitest'
import type { Opened } from './describe-domain.ts'
import { answerTo, type DomainDatabase, takenBack } from './domain-database.ts'
import { specifiedIndexes } from './indexes.ts'
import { type Reference, references } from './references.ts'
import { insert, insertSql } from './rows.ts'
import { twins } from './twins.ts'
import { makeWorld, validRow, type World } from './world.ts'

export function describeKeys(opened: Opened): void {
  describe('keys', () => {
    test('what may be there once is refused the second time, and only that', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        const tried: string[] = []
        for (const { table, rule, first, second, allowed } of twins(world)) {
          await database.query('SAVEPOINT twins')
          await insert(database, table, { ...validRow(table, world), ...first })
          const answer = await answerTo(database, insertSql(table, { ...validRow(table, world), ...second }))
          expect(answer).toBe(`23505 ${rule}`)
          if (allowed !== undefined) {
            const beside = insertSql(table, { ...validRow(table, world), ...allowed })
            expect([beside, await answerTo(database, beside)]).toEqual([beside, 'accepted'])
          }
          await database.query('ROLLBACK TO twins')
          tried.push(rule)
        }
        const rules = Object.keys(specifiedIndexes).filter((name) => name.endsWith('_uq'))
        expect(tried.sort()).toEqual(rules.sort())
      })
    })

    test('every foreign key of the tables is known here', async () => {
      const rows = await opened().query(`
        SELECT conname AS name, confdeltype AS action FROM pg_constraint
        WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`)
      const known = references.map(({ table, column, onDelete }) => [`${table}_${column}_fk`, onDelete[0]])
      expect(rows.map(({ name, action }) => [name, action]).sort()).toEqual(known.sort())
    })

    test.each(references)('$column of $table refers to $target, on delete $onDelete', async (reference) => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        const { table, column, target, onDelete } = reference
        const name = `${table}_${column}_fk`
        const stranger = insertSql(table, referringRow(reference, world, 10 ** 12))
        expect(await answerTo(database, stranger)).toBe(`23503 ${name}`)

        const referred = await insertTarget(database, target, world)
        const referring = await insert(database, table, referringRow(reference, world, referred))
        const remove = `DELETE FROM ${target} WHERE id = ${referred}`
        if (onDelete === 'restrict') {
          // PostgreSQL 18 gives RESTRICT the code that the standard has for it; before, it was that of any foreign key.
          expect(['23001', '23503'].map((code) => `${code} ${name}`)).toContain(
            await answerTo(database, remove),
          )
          return
        }
        await database.query(remove)
        expect(await database.query(`SELECT id FROM ${table} WHERE id = ${referring}`)).toEqual([])
      })
    })
  })
}

function referringRow({ table, column, cells }: Reference, world: World, id: number) {
  const row = { ...validRow(table, { ...world, generation: world.otherGeneration }), ...cells }
  const adminDecided = column === 'admin_id' ? { user_id: world.influencer } : {}
  return { ...row, ...adminDecided, [column]: id }
}

/** A fresh row, so that nothing else refers to it. */
async function insertTarget(database: DomainDatabase, target: string, world: World): Promise<number> {
  return insert(database, target, validRow(target, world))
}
