import { describe, expect, test } from 'vitest'
import type { Opened } from './describe-domain.ts'
import { answerTo, takenBack } from './domain-database.ts'
import { insert, insertSql, now } from './rows.ts'
import { makeWorld, validRow } from './world.ts'

const thisMonth = `to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')`

export function describeLogs(opened: Opened): void {
  describe('append-only tables and partitions', () => {
    test.each(['transactions', 'audit_logs'])('%s takes new rows and nothing else', async (table) => {
      const database = opened()
      await takenBack(database, async () => {
        const world = await makeWorld(database)
        await insert(database, table, validRow(table, world))
        const refused = `55000 ${table}_append_only_tg`
        expect(await answerTo(database, `UPDATE ${table} SET id = DEFAULT`)).toBe(refused)
        expect(await answerTo(database, `UPDATE ${table} SET user_id = user_id`)).toBe(refused)
        expect(await answerTo(database, `DELETE FROM ${table}`)).toBe(refused)
        expect(await answerTo(database, `TRUNCATE ${table}`)).toBe(`55000 ${table}_no_truncate_tg`)
        expect(await answerTo(database, 'TRUNCATE users CASCADE')).toMatch(
          /^55000 (transactions|audit_logs)_no_truncate_tg$/,
        )
        expect(await answerTo(database, insertSql(table, validRow(table, world)))).toBe('accepted')
      })
    })

    test('the partitions of audit_logs are as closed as the whole', async () => {
      const database = opened()
      await takenBack(database, async () => {
        await insert(database, 'audit_logs', validRow('audit_logs'))
        await insert(database, 'audit_logs', {
          ...validRow('audit_logs'),
          created_at: { sql: "'1999-01-01'" },
        })
        const partitions = await database.query(
          `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'audit_logs'::regclass`,
        )
        const [{ filled }] = (await database.query(`SELECT 'audit_logs_' || ${thisMonth} AS filled`)) as [
          { filled: string },
        ]
        for (const name of [filled, 'audit_logs_default']) {
          expect(await answerTo(database, `UPDATE ${name} SET action = 'x'`)).toBe(
            '55000 audit_logs_append_only_tg',
          )
          expect(await answerTo(database, `DELETE FROM ${name}`)).toBe('55000 audit_logs_append_only_tg')
        }
        for (const { name } of partitions)
          expect(await answerTo(database, `TRUNCATE ${name}`)).toBe('55000 audit_logs_no_truncate_tg')
        // By this, old months go, and no trigger could refuse it.
        expect(await answerTo(database, `ALTER TABLE audit_logs DETACH PARTITION ${filled}`)).toBe('accepted')
        expect(await answerTo(database, `DROP TABLE ${filled}`)).toBe('accepted')
      })
    })

    test('error_logs may be cleaned row by row', async () => {
      const database = opened()
      await takenBack(database, async () => {
        await insert(database, 'error_logs', validRow('error_logs'))
        expect(await answerTo(database, 'DELETE FROM error_logs')).toBe('accepted')
      })
    })

    test.each(['audit_logs', 'error_logs'])(
      '%s: rows go to their month, strays to the default partition',
      async (table) => {
        const database = opened()
        await takenBack(database, async () => {
          const place = async (createdAt: string) => {
            const id = await insert(database, table, { ...validRow(table), created_at: { sql: createdAt } })
            const [row] = await database.query(
              `SELECT tableoid::regclass::text AS place FROM ${table} WHERE id = ${id}`,
            )
            return row?.['place']
          }
          const month = (ahead: number) =>
            `(date_trunc('month', now() AT TIME ZONE 'UTC') + interval '${ahead} months') AT TIME ZONE 'UTC'`
          for (const ahead of [0, 1, 2, 3]) {
            const [{ name }] = (await database.query(
              `SELECT '${table}_' || to_char(${month(ahead)} AT TIME ZONE 'UTC', 'YYYY_MM') AS name`,
            )) as [{ name: string }]
            expect(await place(month(ahead))).toBe(name)
            expect(await place(`${month(ahead + 1)} - interval '1 microsecond'`)).toBe(name)
          }
          expect(await place(month(4))).toBe(`${table}_default`)
          expect(await place(`${month(0)} - interval '1 microsecond'`)).toBe(`${table}_default`)
          expect(await place('now()')).toMatch(/_\d{4}_\d{2}$/)
        })
      },
    )

    test('an audit row may not outlive the user it names', async () => {
      const database = opened()
      await takenBack(database, async () => {
        const { admin } = await makeWorld(database)
        await insert(database, 'audit_logs', { ...validRow('audit_logs'), user_id: admin, created_at: now })
        expect(await answerTo(database, `DELETE FROM users WHERE id = ${admin}`)).toMatch(/^23/)
      })
    })
  })
}
