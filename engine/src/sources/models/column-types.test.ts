import { type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

const mood = pg.pgEnum('mood', ['so so', "it's fine"])
const bytes = pg.customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Every column type that Drizzle has and a plain server knows. */
const everything = pg.pgTable('everything', {
  smallint: pg.smallint(),
  integer: pg.integer(),
  bigintNumber: pg.bigint({ mode: 'number' }),
  bigintBig: pg.bigint({ mode: 'bigint' }),
  smallserial: pg.smallserial(),
  serial: pg.serial(),
  bigserial: pg.bigserial({ mode: 'bigint' }),
  boolean: pg.boolean(),
  text: pg.text(),
  varchar: pg.varchar(),
  varchar80: pg.varchar({ length: 80 }),
  char: pg.char(),
  char3: pg.char({ length: 3 }),
  numeric: pg.numeric(),
  numeric12: pg.numeric({ precision: 12 }),
  numeric12x2: pg.numeric({ precision: 12, scale: 2, mode: 'number' }),
  real: pg.real(),
  double: pg.doublePrecision(),
  json: pg.json(),
  jsonb: pg.jsonb(),
  uuid: pg.uuid(),
  date: pg.date(),
  dateAsDate: pg.date({ mode: 'date' }),
  time: pg.time(),
  timetz: pg.time({ withTimezone: true, precision: 3 }),
  timestamp: pg.timestamp(),
  timestampString: pg.timestamp({ mode: 'string', precision: 0 }),
  timestamptz: pg.timestamp({ withTimezone: true, precision: 6 }),
  interval: pg.interval(),
  intervalYear: pg.interval({ fields: 'year to month' }),
  intervalSecond: pg.interval({ fields: 'second', precision: 3 }),
  inet: pg.inet(),
  cidr: pg.cidr(),
  macaddr: pg.macaddr(),
  macaddr8: pg.macaddr8(),
  point: pg.point(),
  pointXy: pg.point({ mode: 'xy' }),
  line: pg.line(),
  lineAbc: pg.line({ mode: 'abc' }),
  bit: pg.bit({ dimensions: 5 }),
  mood: mood(),
  bytes: bytes(),
  texts: pg.text().array(),
  matrix: pg.integer().array(3).array(),
  moods: mood().array(),
})

test('every column type arrives as PostgreSQL calls it', async () => {
  await scratch.run({ everything, mood })
  const columns = await scratch.cells(`
    SELECT attname, format_type(atttypid, atttypmod) || CASE WHEN attndims > 1 THEN ' x' || attndims ELSE '' END
    FROM pg_attribute WHERE attrelid = 'everything'::regclass AND attnum > 0 ORDER BY attnum`)
  expect(Object.fromEntries(columns as [string, string][])).toEqual({
    smallint: 'smallint',
    integer: 'integer',
    bigintNumber: 'bigint',
    bigintBig: 'bigint',
    smallserial: 'smallint',
    serial: 'integer',
    bigserial: 'bigint',
    boolean: 'boolean',
    text: 'text',
    varchar: 'character varying',
    varchar80: 'character varying(80)',
    char: 'character(1)',
    char3: 'character(3)',
    numeric: 'numeric',
    numeric12: 'numeric(12,0)',
    numeric12x2: 'numeric(12,2)',
    real: 'real',
    double: 'double precision',
    json: 'json',
    jsonb: 'jsonb',
    uuid: 'uuid',
    date: 'date',
    dateAsDate: 'date',
    time: 'time without time zone',
    timetz: 'time(3) with time zone',
    timestamp: 'timestamp without time zone',
    timestampString: 'timestamp(0) without time zone',
    timestamptz: 'timestamp(6) with time zone',
    interval: 'interval',
    intervalYear: 'interval year to month',
    intervalSecond: 'interval second(3)',
    inet: 'inet',
    cidr: 'cidr',
    macaddr: 'macaddr',
    macaddr8: 'macaddr8',
    point: 'point',
    pointXy: 'point',
    line: 'line',
    lineAbc: 'line',
    bit: 'bit(5)',
    mood: 'mood',
    bytes: 'bytea',
    texts: 'text[]',
    matrix: 'integer[] x2',
    moods: 'mood[]',
  })
})

test('enums are found in their schema, under any name', async () => {
  const app = pg.pgSchema('My App')
  const size = app.enum('Größe "XL"', ['s', 'm'])
  const shirts = app.table('shirts', { size: size().notNull().default('m'), sizes: size().array().array() })
  await scratch.run({ app, size, shirts })
  expect(await scratch.cells(`SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef`)).toEqual([
    `'m'::"My App"."Größe ""XL"""`,
  ])
})

test('identity columns keep their options', async () => {
  const numbered = pg.pgTable('numbered', {
    plain: pg.integer().generatedAlwaysAsIdentity(),
    full: pg.bigint({ mode: 'bigint' }).generatedByDefaultAsIdentity({
      name: 'Full Seq',
      increment: 5,
      minValue: '-10',
      maxValue: '9223372036854775806',
      startWith: 100,
      cache: 20,
      cycle: true,
    }),
  })
  await scratch.run({ numbered })
  expect(
    await scratch.cells(
      `SELECT attname, attidentity FROM pg_attribute WHERE attrelid = 'numbered'::regclass AND attnum > 0`,
    ),
  ).toEqual([
    ['plain', 'a'],
    ['full', 'd'],
  ])
  expect(
    await scratch.cells(`
      SELECT relname, seqincrement::text, seqmin::text, seqmax::text, seqstart::text, seqcache::text, seqcycle
      FROM pg_sequence JOIN pg_class ON oid = seqrelid ORDER BY 1`),
  ).toEqual([
    ['Full Seq', '5', '-10', '9223372036854775806', '100', '20', true],
    ['numbered_plain_seq', '1', '1', '2147483647', '1', '1', false],
  ])
})

test('generated columns: expressions over the row, and constants', async () => {
  const people = pg.pgTable('people', {
    first: pg.text().notNull(),
    last: pg.text().notNull(),
    full: pg.text().generatedAlwaysAs((): SQL => sql`${people.first} || ' ' || ${people.last}`),
    kind: pg.text().generatedAlwaysAs('person'),
    size: pg.integer().generatedAlwaysAs(sql`char_length(first) + ${-1}`),
  })
  await scratch.run({ people })
  await scratch.database.exec(`INSERT INTO people (first, last) VALUES ('Ada', 'Lovelace')`)
  expect(await scratch.cells('SELECT "full", kind, size FROM people')).toEqual([
    ['Ada Lovelace', 'person', 2],
  ])
})
