import { expect, test } from 'vitest'
import { connectUrl, openTarget } from '../../test/support/targets.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { readUsage } from './read-usage.ts'

test.each([14, 15, 16, 17, 18] as const)(
  'PostgreSQL %i says how full and how used relations are',
  async (major) => {
    const target = await openTarget(major)
    await target.query(`
    CREATE TABLE "Two Words" (id smallint GENERATED ALWAYS AS IDENTITY, a int, UNIQUE (a)) PARTITION BY RANGE (a);
    CREATE TABLE p1 PARTITION OF "Two Words" FOR VALUES FROM (0) TO (10);
    CREATE TABLE p2 PARTITION OF "Two Words" FOR VALUES FROM (10) TO (100);
    INSERT INTO "Two Words" (a) SELECT generate_series(1, 30);
    UPDATE "Two Words" SET a = a WHERE a = 5;
    CREATE TABLE empty (a int)`)
    const database = await connectUrl(target.database)
    const from = indexCatalog(await readCatalog(database))
    const tables = ['table:public."Two Words"', 'table:public.p1', 'table:public.p2', 'table:public.empty']
    const whole = { tables, lost: ['column:public."Two Words".a'], indexes: [] }
    const usage = await readUsage(whole, from, database)
    const rows = tables.map((table) => usage.tables.get(table))
    expect(rows.map((known) => [known?.rows, known?.exact])).toEqual([
      [30, true],
      [9, true],
      [21, true],
      [0, true],
    ])
    expect([...usage.lost]).toEqual([]) // rather nothing than the count of one table among several
    expect(usage.keys).toEqual([
      {
        table: 'table:public."Two Words"',
        column: 'column:public."Two Words".id',
        share: expect.closeTo(30 / 32767),
      },
    ])
    const constraint = 'constraint:public.p1.p1_a_key'
    const { indexScans } = await readUsage({ tables: [], lost: [], indexes: [constraint] }, from, database)
    expect([...indexScans.keys()]).toEqual([constraint])
    await database.close()
    await target.drop()
  },
)
