import { describe, expect, test } from 'vitest'
import { dropPartitions } from '../../app/upkeep/drop-partitions.ts'
import { keepUp, sweepLeases } from '../../app/upkeep/keep-up.ts'
import { makePartitions } from '../../app/upkeep/make-partitions.ts'
import { purgeTasks } from '../../app/upkeep/purge-tasks.ts'
import type { Opened } from './describe-market.ts'
import { newBuyer, newImage, newRunning } from './people.ts'

/** What a partition is, but for its name and month. */
const definitions = `
  SELECT parent.relname AS log, part.relname AS name,
    (SELECT count(*)::integer FROM pg_index WHERE indrelid = part.oid) AS indexes,
    (SELECT array_agg(replace(conname, part.relname, 'log') || ' ' || contype::text ORDER BY conname)::text FROM pg_constraint
      WHERE conrelid = part.oid) AS constraints,
    (SELECT array_agg(replace(pg_get_triggerdef(oid), part.relname, 'log') ORDER BY tgname)::text FROM pg_trigger
      WHERE tgrelid = part.oid AND NOT tgisinternal) AS triggers
  FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid JOIN pg_class parent ON parent.oid = inhparent
  WHERE parent.relname IN ('audit_logs', 'error_logs') AND part.relname NOT LIKE '%default'
  ORDER BY part.relname`

export function describeUpkeep(opened: Opened): void {
  describe('upkeep', () => {
    test('the months of the logs are made ahead, as the models have them', async () => {
      const { db, query } = opened()
      expect(await makePartitions(db)).toEqual([])
      const before = await query(definitions)
      const now = new Date()
      const later = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1))
      expect(await makePartitions(db, later)).toHaveLength(4)
      expect(await makePartitions(db, later)).toEqual([])
      const after = await query(definitions)
      expect(after).toHaveLength(before.length + 4)
      for (const { name: _, ...definition } of after)
        expect(before).toContainEqual({ ...definition, name: expect.any(String) })
      const bounds = `SELECT pg_get_expr(relpartbound, oid) AS bound FROM pg_class WHERE relname = `
      expect(await makePartitions(db, new Date('2040-12-31T23:59:59Z'))).toContain('audit_logs_2041_03')
      expect(await query(`${bounds}'audit_logs_2040_12'`)).toEqual([
        { bound: "FOR VALUES FROM ('2040-12-01 00:00:00+00') TO ('2041-01-01 00:00:00+00')" },
      ])
    })

    test('months go when their last day has been kept long enough', async () => {
      const { db, query } = opened()
      const months = async () => (await query(definitions)).map(({ name }) => String(name))
      await makePartitions(db, new Date('2001-01-15'))
      expect(await dropPartitions(db, new Date('2001-05-02'))).toEqual(['error_logs_2001_01'])
      expect(await dropPartitions(db, new Date('2001-05-02'))).toEqual([])
      expect(await dropPartitions(db, new Date('2003-03-31'))).toEqual([
        'audit_logs_2001_01',
        'audit_logs_2001_02',
        'error_logs_2001_02',
        'error_logs_2001_03',
        'error_logs_2001_04',
      ])
      expect(await dropPartitions(db)).toEqual(['audit_logs_2001_03', 'audit_logs_2001_04'])
      expect((await months()).filter((name) => name.includes('_2001_'))).toEqual([])
    })

    test('finished tasks go after 90 days, whatever lies between them', async () => {
      const { db, query, avatar, balanceOf } = opened()
      await query(`DELETE FROM tasks`)
      const buyer = await newBuyer(db, 10)
      for (let i = 0; i < 5; i++) await newImage(db, { buyer, avatar })
      await query(`UPDATE tasks SET created_at = now() - interval '91 days', finished_at = now() - interval '91 days'
        WHERE id < (SELECT max(id) FROM tasks)`)
      await query(`UPDATE tasks SET finished_at = now() WHERE id = (SELECT min(id) FROM tasks)`)
      expect(await purgeTasks(db, { batch: 2 })).toBe(3)
      expect(await purgeTasks(db)).toBe(0)
      expect(await query('SELECT count(*)::integer AS left FROM tasks')).toEqual([{ left: 2 }])
      expect(await balanceOf(buyer)).toBe(5)
    })

    test('all at once, as often as one likes', async () => {
      const { db, query, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      for (const worker of ['w1', 'w2']) await newRunning(db, { buyer, avatar }, worker)
      await query(`UPDATE tasks SET lease_expires_at = now() - interval '1 minute' WHERE status = 'running'`)
      expect(await sweepLeases(db)).toBe(2)
      expect(await keepUp(db)).toEqual({
        swept: 0,
        partitionsMade: [],
        partitionsDropped: [],
        tasksPurged: 0,
      })
    })
  })
}
