import { describe, expect, test } from 'vitest'
import { specifiedColumns } from './columns.ts'
import type { Opened } from './describe-domain.ts'
import { specifiedIndexes } from './indexes.ts'

/** Tables of the schema without the partitions. */
const ownTables = `pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`

export function describeDefinition(opened: Opened): void {
  describe('definition', () => {
    test('every column has its type, its default, and may be null or not', async () => {
      const rows = await opened().query(`
        SELECT c.relname AS table, string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attidentity = 'a' THEN 'identity' END, CASE WHEN NOT a.attnotnull THEN '?' END,
          '= ' || pg_get_expr(d.adbin, d.adrelid)), E'\\n' ORDER BY a.attnum) AS columns
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        JOIN LATERAL (SELECT c.relname FROM ${ownTables} AND c.oid = a.attrelid) c ON a.attnum > 0
        GROUP BY 1`)
      const expected = Object.entries(specifiedColumns).map(([table, columns]) => [table, lines(columns)])
      expect(Object.fromEntries(rows.map((row) => [row['table'], row['columns']]))).toEqual(
        Object.fromEntries(expected),
      )
    })

    test('every index has its columns, order and predicate', async () => {
      const rows = await opened().query(`
        SELECT i.relname AS name, CASE WHEN x.indisunique THEN 'unique ' ELSE '' END
          || substring(pg_get_indexdef(i.oid) FROM ' USING (.*)$') AS definition
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        WHERE x.indrelid IN (SELECT c.oid FROM ${ownTables})`)
      const definition = (row: unknown) => String(row).replace('btree ', '').replace(' WHERE ', ' where ')
      expect(Object.fromEntries(rows.map((row) => [row['name'], definition(row['definition'])]))).toEqual(
        specifiedIndexes,
      )
    })

    test('names are given by one rule', async () => {
      const rows = await opened().query(`
        SELECT c.relname AS table, n.name FROM (
          SELECT conrelid AS oid, conname AS name FROM pg_constraint WHERE contype <> 'n' AND conparentid = 0
          UNION ALL SELECT indrelid, relname FROM pg_index JOIN pg_class ON oid = indexrelid
          UNION ALL SELECT tgrelid, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0
        ) n JOIN pg_class c ON c.oid = n.oid WHERE NOT c.relispartition AND c.relnamespace = 'public'::regnamespace`)
      const odd = rows.filter(
        ({ table, name }) => !new RegExp(`^${table}_\\w+_(pk|fk|uq|ck|ix|tg)$`).test(String(name)),
      )
      expect(odd).toEqual([])
      expect(rows.length).toBeGreaterThan(150)
    })

    test('room on the pages of users, eager cleaning of tasks', async () => {
      const rows = await opened().query(
        `SELECT c.relname AS name, c.reloptions::text AS options FROM ${ownTables} AND c.reloptions IS NOT NULL`,
      )
      expect(Object.fromEntries(rows.map(({ name, options }) => [name, options]))).toEqual({
        users: '{fillfactor=80}',
        tasks: expect.stringContaining('autovacuum_vacuum_scale_factor=0.01'),
      })
    })

    test('foreign keys form no circle', async () => {
      const rows = await opened().query(`
        WITH RECURSIVE path AS (
          SELECT conrelid AS start, confrelid AS stop FROM pg_constraint WHERE contype = 'f'
          UNION
          SELECT start, confrelid FROM path JOIN pg_constraint ON contype = 'f' AND conrelid = stop
        )
        SELECT start::regclass::text FROM path WHERE start = stop`)
      expect(rows).toEqual([])
    })
  })
}

function lines(text: string): string {
  return text.trim().replace(/\n\s+/g, '\n')
}
