import { eq, relations, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgSchema,
  pgSequence,
  pgTable,
  pgTableCreator,
  pgView,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { comment } from '../../models/comment.ts'
import { extend } from '../../models/extend.ts'
import { readModels } from './read-models.ts'
import { asOf, useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

test('schemas, enums, sequences: exported or merely lived in', async () => {
  const app = pgSchema('app')
  const lonely = pgSchema('lonely')
  const mood = app.enum('mood', ["it's", 'so so', '행복'])
  const numbers = pgSequence('numbers', {
    startWith: -10,
    increment: '-2',
    minValue: '-9223372036854775808',
    cache: 5,
  })
  const plain = app.sequence('plain')
  await scratch.run({ mood, numbers, plain, lonely })
  expect(
    await scratch.cells(`SELECT nspname FROM pg_namespace WHERE nspname IN ('app', 'lonely') ORDER BY 1`),
  ).toEqual(['app', 'lonely'])
  expect(await scratch.cells(`SELECT enumlabel FROM pg_enum ORDER BY enumsortorder`)).toEqual([
    "it's",
    'so so',
    '행복',
  ])
  expect(
    await scratch.cells(
      'SELECT schemaname, sequencename, start_value::text, increment_by::text, min_value::text FROM pg_sequences ORDER BY 1',
    ),
  ).toEqual([
    ['app', 'plain', '1', '1', '1'],
    ['public', 'numbers', '-10', '-2', '-9223372036854775808'],
  ])
})

test('names that need quotes, everywhere', async () => {
  const hostile = [
    'select',
    'Say "hi"',
    "it's",
    '사용자 이름',
    'a.b',
    '$1; DROP TABLE x',
    ' ',
    'ㅎ'.repeat(21),
  ]
  const app = pgSchema('Order "By"')
  const mood = app.enum("mood's", ['a'])
  const modules = hostile.map((name) => {
    const table = app.table(
      name,
      { id: integer(name), other: mood(`${name.slice(0, 10)}2`), third: boolean('true') },
      (t) => [
        primaryKey({ name: `${name.slice(0, 15)} pk`, columns: [t.id] }),
        unique(`${name.slice(0, 15)} uq`).on(t.other, t.third),
        check(`${name.slice(0, 15)} ck`, sql`${t.id} > 0 AND ${t.third}`),
        index(`${name.slice(0, 15)} ix`)
          .on(t.other, sql`abs(${t.id})`)
          .where(sql`${t.third}`),
      ],
    )
    const extras = extend(table, {
      comment: name,
      columns: { id: { comment: name, statistics: 100 } },
      triggers: [
        {
          name,
          timing: 'before',
          events: ['update'],
          of: ['id', 'third'],
          forEach: 'row',
          when: (row) => sql`${row.old.id} <> ${row.new.id}`,
          execute: { schema: 'Order "By"', name: 'Do "it"' },
          arguments: [name],
        },
      ],
    })
    return [`${name}`, table, `${name} extras`, extras] as const
  })
  await scratch.database.exec(`
    CREATE SCHEMA "Order ""By""";
    CREATE FUNCTION "Order ""By"""."Do ""it"""() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`)
  await scratch.run(
    Object.fromEntries([
      ['mood', mood],
      ...modules.flatMap(([a, table, b, extras]) => [
        [a, table],
        [b, extras],
      ]),
    ]),
  )
  const tables = `FROM pg_class WHERE relnamespace = '"Order ""By"""'::regnamespace AND relkind = 'r' ORDER BY oid`
  expect(await scratch.cells(`SELECT relname ${tables}`)).toEqual(hostile)
  expect(await scratch.cells(`SELECT obj_description(oid) ${tables}`)).toEqual(hostile)
  expect(await scratch.cells(`SELECT col_description(oid, 1) ${tables}`)).toEqual(hostile)
  expect(await scratch.cells(`SELECT tgname FROM pg_trigger ORDER BY oid`)).toEqual(hostile)
})

const accounts = pgTable('accounts', { id: integer().primaryKey(), owner: text().notNull() })

test('names from keys, as the casing of the project has it', async () => {
  const people = pgTable(
    'people',
    {
      firstName: text().unique(),
      lastName: text('LastName'),
      birthYear: integer().default(sql`${1900} + 1`),
    },
    (t) => [
      unique().on(t.firstName, t.birthYear),
      index().on(t.birthYear),
      check('ck', sql`${t.birthYear} > 0 AND ${t.lastName} <> ''`),
    ],
  )
  const peopleExtras = extend(people, { columns: { birthYear: { comment: 'Anno Domini' } } })
  const young = pgView('young', {}).as(
    sql`SELECT ${people.firstName} FROM ${people} WHERE ${eq(people.birthYear, 2000)}`,
  )
  await scratch.run({ people, peopleExtras, young }, { casing: 'snake_case' })
  expect(
    await scratch.cells(
      `SELECT attname FROM pg_attribute WHERE attrelid = 'people'::regclass AND attnum > 0 ORDER BY attnum`,
    ),
  ).toEqual(['first_name', 'LastName', 'birth_year'])
  expect(
    await scratch.cells(`SELECT indexname FROM pg_indexes WHERE tablename = 'people' ORDER BY 1`),
  ).toEqual(['people_birth_year_index', 'people_first_name_birth_year_unique', 'people_first_name_unique'])
})

test('what has no schema goes where the project says', async () => {
  const mood = pgEnum('mood', ['fine'])
  const table = pgTableCreator((name) => `shop_${name}`)('days', { mood: mood().default('fine') })
  const { statements } = await scratch.run({ mood, table }, { defaultSchema: 'tenant 1' })
  expect(
    await scratch.cells(`SELECT 'tenant 1.shop_days' FROM "tenant 1".shop_days UNION ALL SELECT 'there'`),
  ).toEqual(['there'])
  expect(statements[0]).toEqual({
    kind: 'schema',
    origin: 'mood',
    sql: 'CREATE SCHEMA IF NOT EXISTS "tenant 1"',
  })
})

test('comments on whatever a module exports', async () => {
  const app = pgSchema('app')
  const mood = pgEnum('mood', ['fine'])
  const numbers = pgSequence('numbers')
  const view = pgView('view', {}).as(sql`SELECT 1 AS one`)
  const materialized = app.materializedView('materialized', {}).as(sql`SELECT 1 AS one`)
  await scratch.run({
    ...{ app, mood, numbers, view, materialized, accounts },
    ...[app, mood, numbers, view, materialized, accounts, accounts.owner].map((on, position) =>
      comment(on, `the ${position}th's`),
    ),
  })
  expect(
    await scratch.cells(`
      SELECT description FROM pg_description
      WHERE description LIKE 'the %''s' AND objoid >= 16384 ORDER BY 1`),
  ).toEqual([0, 1, 2, 3, 4, 5, 6].map((position) => `the ${position}th's`))
})

test('what the script says about tables beyond their SQL', () => {
  const people = pgTable('people', { id: integer(), fullName: text('full_name'), email: text() })
  const peopleExtras = extend(people, {
    label: { en: 'People', ko: '사람들' },
    renamedFrom: 'persons',
    columns: {
      fullName: { renamedFrom: 'name' },
      email: { backfill: sql`lower(${people.fullName}) || ${"@it's.example"}` },
    },
  })
  const moved = pgSchema('app').table('moved', { id: integer() })
  const movedExtras = extend(moved, { renamedFrom: 'public.before' })
  const script = readModels({ people, peopleExtras, moved, movedExtras, again: people }, { asOf })
  expect(script.tables).toEqual([
    {
      origin: 'people',
      schema: 'public',
      name: 'people',
      labels: { en: 'People', ko: '사람들' },
      renamedFrom: { schema: 'public', name: 'persons' },
      columns: [
        { name: 'id' },
        { name: 'full_name', renamedFrom: 'name' },
        { name: 'email', backfill: `lower(full_name) || '@it''s.example'` },
      ],
      partitions: [],
    },
    {
      origin: 'moved',
      schema: 'app',
      name: 'moved',
      labels: {},
      renamedFrom: { schema: 'public', name: 'before' },
      columns: [{ name: 'id' }],
      partitions: [],
    },
  ])
  expect(script.expiresAt).toBeUndefined()
})

test('what is no part of a schema passes unseen', () => {
  const module = {
    accounts,
    accountsRelations: relations(accounts, () => ({})),
    default: accounts,
    limit: 5,
    nothing: null,
    helper: () => accounts,
    namespace: Object.assign(Object.create(null), { accounts }),
  }
  const { statements } = readModels(module, { asOf })
  expect(statements.map(({ kind, origin }) => [kind, origin])).toEqual([['table', 'accounts']])
})
