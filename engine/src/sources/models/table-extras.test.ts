import { sql } from 'drizzle-orm'
import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { extend } from '../../models/extend.ts'
import { hash, list, maxValue, minValue, monthly, range } from '../../models/partitions.ts'
import { useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

const partitions = `
  SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
  WHERE c.relkind = 'r' ORDER BY 1`

const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }),
    createdAt: timestamp('created_at', { withTimezone: true }),
    what: text(),
  },
  (t) => [primaryKey({ name: 'events_pk', columns: [t.id, t.createdAt] })],
)

test('monthly partitions: this month and those ahead, in UTC, and a default', async () => {
  const eventsExtras = extend(events, {
    partitionBy: monthly('createdAt', { ahead: 2 }),
    storage: { fillfactor: 70, 'toast.autovacuum_enabled': false },
    unlogged: true,
    replicaIdentity: 'full',
    columns: { what: { storage: 'external', statistics: 500 } },
  })
  await scratch.database.exec(`SET TIME ZONE 'Asia/Seoul'`)
  const script = await scratch.run({ events, eventsExtras })
  await scratch.database.exec(`SET TIME ZONE 'UTC'`)
  expect(await scratch.cells(partitions)).toEqual([
    ['events_2026_11', "FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00')"],
    ['events_2026_12', "FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')"],
    ['events_2027_01', "FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00')"],
    ['events_default', 'DEFAULT'],
  ])
  expect(script.expiresAt).toEqual(new Date('2026-12-01T00:00:00Z'))
  expect(script.tables[0]).toMatchObject({
    partitions: ['events_2026_11', 'events_2026_12', 'events_2027_01', 'events_default'],
    partitionPolicy: {
      kind: 'monthly',
      column: 'created_at',
      ahead: 2,
      prefix: 'events_',
      defaultPartition: 'events_default',
    },
  })
  // Everything that is stored, on every partition.
  expect(
    await scratch.cells(`
      SELECT DISTINCT c.reloptions::text, t.reloptions::text, c.relpersistence, c.relreplident, a.attstorage, a.attstattarget
      FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid JOIN pg_class t ON t.oid = c.reltoastrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'what'`),
  ).toEqual([['{fillfactor=70}', '{autovacuum_enabled=false}', 'u', 'f', 'e', 500]])
})

test.each([
  ['timestamp', timestamp('at'), "('2026-11-01 00:00:00') TO ('2026-12-01 00:00:00')"],
  ['date', date('at'), "('2026-11-01') TO ('2026-12-01')"],
])('monthly partitions by a column of type %s, without a default', async (_, at, bound) => {
  const days = pgTable('days', { at: at as ReturnType<typeof date> })
  const daysExtras = extend(days, { partitionBy: monthly('at', { ahead: 0, default: false }) })
  await scratch.run({ days, daysExtras })
  expect(await scratch.cells(partitions)).toEqual([['days_2026_11', `FOR VALUES FROM ${bound}`]])
})

test('partitions by range, list and hash', async () => {
  const ranges = pgTable('ranges', { n: integer(), at: timestamp({ withTimezone: true }) })
  const lists = pgTable('lists', { where: text() })
  const hashes = pgTable('hashes', { id: integer(), key: text() })
  const expressions = pgTable('expressions', { name: text() })
  const moment = new Date('2026-01-01T00:00:00Z')
  await scratch.run({
    ranges,
    rangesExtras: extend(ranges, {
      partitionBy: range(
        ['n', 'at'],
        [
          { name: 'ranges_low', from: [minValue, minValue], to: [-5, moment] },
          { name: 'ranges_high', from: [-5, moment], to: [maxValue, maxValue] },
          { name: 'ranges_rest', default: true },
        ],
      ),
    }),
    lists,
    listsExtras: extend(lists, {
      partitionBy: list(
        ['where'],
        [
          { name: 'lists_asia', values: ['kr', "d'or", null] },
          { name: 'lists_rest', default: true },
        ],
      ),
    }),
    hashes,
    hashesExtras: extend(hashes, { partitionBy: hash(['id', 'key'], 2) }),
    expressions,
    expressionsExtras: extend(expressions, {
      partitionBy: list(sql`lower(${expressions.name})`, [{ name: 'expressions_a', values: ['a'] }]),
    }),
  })
  expect(await scratch.cells(partitions)).toEqual([
    ['expressions_a', "FOR VALUES IN ('a')"],
    ['hashes_0', 'FOR VALUES WITH (modulus 2, remainder 0)'],
    ['hashes_1', 'FOR VALUES WITH (modulus 2, remainder 1)'],
    ['lists_asia', "FOR VALUES IN ('kr', 'd''or', NULL)"],
    ['lists_rest', 'DEFAULT'],
    ['ranges_high', "FOR VALUES FROM ('-5', '2026-01-01 00:00:00+00') TO (MAXVALUE, MAXVALUE)"],
    ['ranges_low', "FOR VALUES FROM (MINVALUE, MINVALUE) TO ('-5', '2026-01-01 00:00:00+00')"],
    ['ranges_rest', 'DEFAULT'],
  ])
})

test('triggers of all shapes, on partitions where they would be missed', async () => {
  await scratch.database.exec(
    `CREATE FUNCTION "watch out"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  )
  const execute = { schema: 'public', name: 'watch out' }
  const items = pgTable('items', { id: integer(), fullName: text('full name') })
  const itemsExtras = extend(items, {
    triggers: [
      {
        name: 'a_update',
        timing: 'before',
        events: ['insert', 'update'],
        of: ['fullName', 'id'],
        forEach: 'row',
        when: (row) => sql`${row.new.fullName} <> ${"it's"}`,
        execute,
        arguments: ["it's", 'C:\\'],
        comment: 'looks at names',
      },
      {
        name: 'b_constraint',
        timing: 'after',
        events: ['delete'],
        forEach: 'row',
        execute,
        deferrable: 'initially deferred',
      },
      {
        name: 'c_statement',
        timing: 'after',
        events: ['update'],
        forEach: 'statement',
        referencing: { old: 'old rows', new: 'new rows' },
        execute,
      },
    ],
  })
  const eventsExtras = extend(events, {
    partitionBy: monthly('createdAt', { ahead: 0 }),
    triggers: [
      { name: 'row', timing: 'before', events: ['delete'], forEach: 'row', execute },
      {
        name: 'truncate',
        timing: 'before',
        events: ['truncate'],
        forEach: 'statement',
        execute,
        onPartitions: true,
      },
    ],
  })
  await scratch.run({ items, itemsExtras, events, eventsExtras })
  expect(
    await scratch.cells(`
      SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'items'::regclass ORDER BY tgname`),
  ).toEqual([
    `CREATE TRIGGER a_update BEFORE INSERT OR UPDATE OF "full name", id ON public.items FOR EACH ROW WHEN ((new."full name" <> 'it''s'::text)) EXECUTE FUNCTION "watch out"('it''s', 'C:\\')`,
    'CREATE CONSTRAINT TRIGGER b_constraint AFTER DELETE ON public.items DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "watch out"()',
    'CREATE TRIGGER c_statement AFTER UPDATE ON public.items REFERENCING OLD TABLE AS "old rows" NEW TABLE AS "new rows" FOR EACH STATEMENT EXECUTE FUNCTION "watch out"()',
  ])
  expect(
    await scratch.cells(`SELECT obj_description(oid) FROM pg_trigger WHERE tgname = 'a_update'`),
  ).toEqual(['looks at names'])
  const on = (name: string) =>
    scratch.cells(`SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = '${name}' ORDER BY 1`)
  const everywhere = ['events', 'events_2026_11', 'events_default']
  expect(await on('row')).toEqual(everywhere)
  expect(await on('truncate')).toEqual(everywhere)
})

test('what is said about the table itself', async () => {
  const things = pgTable(
    'things',
    {
      id: integer().notNull(),
      size: integer(),
      area: integer().generatedAlwaysAs(sql`size * size`),
      name: text(),
    },
    (t) => [uniqueIndex('things_id_uq').on(t.id)],
  )
  const thingsExtras = extend(things, {
    comment: "The table's comment",
    storage: { fillfactor: 50, autovacuum_enabled: false, vacuum_index_cleanup: 'auto' },
    unlogged: true,
    replicaIdentity: { index: 'things_id_uq' },
    columns: {
      area: { generated: 'virtual' },
      name: { collation: 'C', compression: 'pglz', comment: 'said of the name' },
    },
  })
  await scratch.run({ things, thingsExtras })
  expect(
    await scratch.cells(`
      SELECT relpersistence, relreplident, reloptions::text, obj_description(oid) FROM pg_class WHERE relname = 'things'`),
  ).toEqual([
    ['u', 'i', '{fillfactor=50,autovacuum_enabled=false,vacuum_index_cleanup=auto}', "The table's comment"],
  ])
  expect(
    await scratch.cells(`
      SELECT attname, attcompression, attgenerated, collname, col_description(attrelid, attnum)
      FROM pg_attribute LEFT JOIN pg_collation c ON c.oid = attcollation AND collname <> 'default'
      WHERE attrelid = 'things'::regclass AND attnum > 1 ORDER BY attnum`),
  ).toEqual([
    ['size', '', '', null, null],
    ['area', '', 'v', null, null],
    ['name', 'p', '', 'C', 'said of the name'],
  ])
})
