import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/pglite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

const mood = pg.pgEnum('mood', ['so so', "it's fine"])
const bytes = pg.customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

type TextBuilder = ReturnType<typeof pg.text>

/** Any text that PostgreSQL can store. */
const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.replaceAll('\0', ''))
// Drizzle's inserts fail on objects without a prototype, which the generator makes now and then.
const json = fc
  .json({ stringUnit: 'grapheme' })
  .filter((value) => !value.includes('\\u0000') && !value.startsWith('"'))
  .map((value): unknown => JSON.parse(value))
const moment = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
// Drivers lose the sign of zero; it has a test of its own.
const double = fc.double().filter((value) => !Object.is(value, -0))
const day = moment.map((value) => value.toISOString().slice(0, 10))

/** A column of each kind, with the values that its default may have. */
const kinds = {
  smallint: { column: () => pg.smallint(), value: fc.integer({ min: -32768, max: 32767 }) },
  integer: { column: () => pg.integer(), value: fc.integer() },
  bigintNumber: { column: () => pg.bigint({ mode: 'number' }), value: fc.maxSafeInteger() },
  bigintBig: { column: () => pg.bigint({ mode: 'bigint' }), value: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n) },
  numeric: { column: () => pg.numeric(), value: fc.bigInt().map(String) },
  numericNumber: {
    column: () => pg.numeric({ mode: 'number' }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  },
  numericBig: { column: () => pg.numeric({ mode: 'bigint' }), value: fc.bigInt() },
  double: { column: () => pg.doublePrecision(), value: double },
  real: { column: () => pg.real(), value: fc.float().filter((value) => !Object.is(value, -0)) },
  boolean: { column: () => pg.boolean(), value: fc.boolean() },
  text: { column: () => pg.text(), value: text },
  varchar: { column: () => pg.varchar({ length: 60 }), value: text },
  uuid: { column: () => pg.uuid(), value: fc.uuid() },
  date: { column: () => pg.date(), value: day },
  dateAsDate: { column: () => pg.date({ mode: 'date' }), value: moment },
  timestamp: { column: () => pg.timestamp(), value: moment },
  timestamptz: { column: () => pg.timestamp({ withTimezone: true }), value: moment },
  json: { column: () => pg.json(), value: json },
  jsonb: { column: () => pg.jsonb(), value: json },
  point: { column: () => pg.point(), value: fc.tuple(fc.integer(), fc.integer()) },
  pointXy: {
    column: () => pg.point({ mode: 'xy' }),
    value: fc.record({ x: fc.integer(), y: fc.integer() }, { noNullPrototype: true }),
  },
  line: { column: () => pg.line(), value: fc.tuple(fc.integer({ min: 1 }), fc.integer(), fc.integer()) },
  mood: { column: () => mood(), value: fc.constantFrom(...mood.enumValues) },
  bytes: { column: () => bytes(), value: fc.uint8Array({ maxLength: 20 }) },
  texts: { column: () => pg.text().array(), value: fc.array(fc.option(text), { maxLength: 4 }) },
  integers: { column: () => pg.integer().array(), value: fc.array(fc.integer(), { maxLength: 4 }) },
  moments: {
    column: () => pg.timestamp({ withTimezone: true }).array(),
    value: fc.array(moment, { maxLength: 3 }),
  },
  moods: {
    column: () => mood().array(),
    value: fc.array(fc.constantFrom(...mood.enumValues), { maxLength: 3 }),
  },
  jsons: {
    column: () => pg.jsonb().array(),
    value: fc.array(
      json.filter((value) => value !== null),
      { maxLength: 3 },
    ),
  },
  matrix: {
    column: () => pg.text().array().array(),
    value: fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      ),
  },
} satisfies Record<string, { column: () => unknown; value: fc.Arbitrary<unknown> }>

const values = fc.record(Object.fromEntries(Object.entries(kinds).map(([kind, { value }]) => [kind, value])))

function tableWith(defaults: Readonly<Record<string, unknown>>) {
  const columns = Object.entries(kinds).map(([kind, { column }]) => {
    const builder = column() as TextBuilder
    return [kind, kind in defaults ? builder.default(defaults[kind] as string) : builder] as const
  })
  return pg.pgTable('values', Object.fromEntries(columns))
}

test('a default stores what Drizzle would have written for the same value', async () => {
  const client = drizzle(scratch.database)
  await fc.assert(
    fc.asyncProperty(values, async (defaults) => {
      await scratch.empty()
      await scratch.run({ mood, table: tableWith(defaults) })
      await scratch.database.exec('INSERT INTO "values" DEFAULT VALUES')
      await client.insert(tableWith({})).values(defaults as never)
      const columns = Object.keys(kinds).map((kind) => `"${kind}"::text`)
      const [byDefault, byDrizzle] = await scratch.cells(`SELECT ${columns} FROM "values"`)
      expect(byDefault).toEqual(byDrizzle)
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['the sign of zero', pg.doublePrecision().default(-0), '-0'],
  ['not a number', pg.numeric({ mode: 'number' }).default(Number.NaN), 'NaN'],
  ['no value', pg.text().default(sql`NULL`), null],
  [
    'an operator that DEFAULT takes in brackets only',
    pg.boolean().default(sql`1 IN (1, 2) AND true`),
    'true',
  ],
  ['a value inside an expression', pg.text().default(sql`upper(${"it's \\ here"})`), "IT'S \\ HERE"],
  [
    'a moment inside an expression',
    pg.date().default(sql`${new Date('2026-11-22T00:00:00Z')}::date + ${-1}`),
    '2026-11-21',
  ],
  ['bytes', bytes().default(new Uint8Array([0, 92, 255])), '\\x005cff'],
  [
    'an array of bytes',
    bytes()
      .array()
      .default([new Uint8Array([92])]),
    '{"\\\\x5c"}',
  ],
  ['an empty array', pg.text().array().default([]), '{}'],
  ['a text that looks like NULL', pg.text().array().default(['NULL', '']), '{"NULL",""}'],
  ['a JSON string', pg.jsonb().default('no JSON itself'), '"no JSON itself"'],
  ['a JSON array', pg.jsonb().default([1, { a: null }]), '[1, {"a": null}]'],
  ['a text as text', pg.interval().default('1 day'), '1 day'],
  ['an address', pg.cidr().default('10.0.0.0/8'), '10.0.0.0/8'],
] as const)('a default can be %s', async (_, column, stored) => {
  await scratch.run({
    table: pg.pgTable('values', {
      id: pg.serial(),
      column: column as TextBuilder,
    }),
  })
  await scratch.database.exec('INSERT INTO "values" DEFAULT VALUES')
  expect(await scratch.cells('SELECT "column"::text FROM "values"')).toEqual([stored])
})

test('plain numbers and functions stay plain', async () => {
  await scratch.run({
    table: pg.pgTable('values', {
      a: pg.bigint({ mode: 'number' }).default(0),
      b: pg.numeric({ mode: 'number', precision: 5, scale: 2 }).default(0.5),
      c: pg.integer().default(-1),
      d: pg.timestamp().defaultNow(),
      e: pg.uuid().defaultRandom(),
      f: pg.text().default('x'),
      g: pg.text().$defaultFn(() => 'made by the application'),
      h: pg.text().default(null as unknown as string),
    }),
  })
  expect(await scratch.cells('SELECT adnum, pg_get_expr(adbin, adrelid) FROM pg_attrdef ORDER BY 1')).toEqual(
    [
      [1, '0'],
      [2, '0.5'],
      [3, "'-1'::integer"],
      [4, 'now()'],
      [5, 'gen_random_uuid()'],
      [6, "'x'::text"],
    ],
  )
})
