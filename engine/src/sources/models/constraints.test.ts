import { lt, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { extend } from '../../models/extend.ts'
import { useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

async function constraints(): Promise<Record<string, string>> {
  const rows = await scratch.cells(`
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid <> 0 AND contype <> 'n' AND connamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`)
  return Object.fromEntries(rows as [string, string][])
}

async function indexes(): Promise<readonly unknown[]> {
  return scratch.cells(`SELECT indexdef FROM pg_indexes WHERE schemaname <> 'pg_catalog' ORDER BY indexname`)
}

test('keys, uniques and checks, with names given and names by default', async () => {
  const given = pgTable(
    'given',
    { a: integer(), b: integer(), c: text().unique('c_key', { nulls: 'not distinct' }) },
    (t) => [
      primaryKey({ name: 'Given PK', columns: [t.b, t.a] }),
      unique('given_uq').on(t.a, t.c).nullsNotDistinct(),
      check('given_ck', sql`${t.a} > ${-5} AND ${t.c} <> ${"it's"}`),
      check('given_lt', lt(t.a, 10)),
    ],
  )
  const byDefault = pgTable(
    'by_default',
    { id: serial().primaryKey(), email: text().unique(), a: text() },
    (t) => [unique().on(t.a, t.email)],
  )
  const pair = pgTable('pair', { a: integer(), b: integer() }, (t) => [primaryKey({ columns: [t.a, t.b] })])
  await scratch.run({ given, byDefault, pair })
  expect(await constraints()).toEqual({
    'Given PK': 'PRIMARY KEY (b, a)',
    c_key: 'UNIQUE NULLS NOT DISTINCT (c)',
    given_uq: 'UNIQUE NULLS NOT DISTINCT (a, c)',
    given_ck: `CHECK (((a > '-5'::integer) AND (c <> 'it''s'::text)))`,
    given_lt: 'CHECK ((a < 10))',
    by_default_pkey: 'PRIMARY KEY (id)',
    by_default_email_unique: 'UNIQUE (email)',
    by_default_a_email_unique: 'UNIQUE (a, email)',
    pair_a_b_pk: 'PRIMARY KEY (a, b)',
  })
})

test('foreign keys: to itself, in a circle, of several columns, with all actions', async () => {
  const app = pgSchema('app')
  const people = app.table('people', {
    id: integer().primaryKey(),
    parent: integer().references((): AnyPgColumn => people.id, { onDelete: 'set null', onUpdate: 'cascade' }),
    home: integer().references((): AnyPgColumn => houses.id, { onDelete: 'restrict' }),
  })
  const houses = pgTable('houses', {
    id: integer().primaryKey(),
    owner: integer().references(() => people.id, { onDelete: 'set default', onUpdate: 'restrict' }),
  })
  const pair = pgTable('pair', { a: integer(), b: integer() }, (t) => [primaryKey({ columns: [t.a, t.b] })])
  const child = pgTable('child', { x: integer(), y: integer() }, (t) => [
    foreignKey({ name: 'child_pair_fk', columns: [t.x, t.y], foreignColumns: [pair.a, pair.b] }),
  ])
  const childExtras = extend(child, {
    constraints: { child_pair_fk: { match: 'full', deferrable: 'initially deferred', notValid: true } },
  })
  await scratch.run({ child, childExtras, houses, people, pair, app })
  expect(await constraints()).toMatchObject({
    people_parent_people_id_fk:
      'FOREIGN KEY (parent) REFERENCES app.people(id) ON UPDATE CASCADE ON DELETE SET NULL',
    people_home_houses_id_fk: 'FOREIGN KEY (home) REFERENCES houses(id) ON DELETE RESTRICT',
    houses_owner_people_id_fk:
      'FOREIGN KEY (owner) REFERENCES app.people(id) ON UPDATE RESTRICT ON DELETE SET DEFAULT',
    child_pair_fk:
      'FOREIGN KEY (x, y) REFERENCES pair(a, b) MATCH FULL DEFERRABLE INITIALLY DEFERRED NOT VALID',
  })
})

test('indexes: order, nulls, method, operator class, expression, predicate, storage', async () => {
  const items = pgTable(
    'items',
    {
      id: integer(),
      name: text(),
      data: jsonb(),
      at: timestamp({ withTimezone: true }),
      tags: text().array(),
    },
    (t) => [
      index('a_plain').on(t.id, t.name),
      index('b_desc').on(t.id.desc()),
      index('c_desc_nulls_first').on(t.id.desc().nullsFirst(), t.name.asc().nullsFirst()),
      index('d_gin').using('gin', t.data, t.tags),
      index('e_brin').using('brin', t.at).with({ pages_per_range: 32, autosummarize: true }),
      index('f_hash').using('hash', t.name),
      index('g_opclass').using('gin', t.data.op('jsonb_path_ops')),
      index('h_pattern').on(t.name.desc().op('text_pattern_ops')),
      index('i_expression').on(sql`lower(${t.name})`, sql`(${t.id} % ${7}) DESC NULLS LAST`),
      uniqueIndex('j_unique').on(t.name).where(sql`${t.id} IN (${1}, ${-2}) AND ${t.name} <> ${"a'b"}`),
      index().on(t.name, t.id),
      index('k_filled').on(t.id).with({ fillfactor: 70 }).concurrently(),
      uniqueIndex('l_extras').on(t.id),
    ],
  )
  const itemsExtras = extend(items, {
    indexes: { l_extras: { include: ['name', 'at'], nullsNotDistinct: true, comment: "by the items' id" } },
  })
  await scratch.run({ items, itemsExtras })
  expect(await indexes()).toEqual([
    'CREATE INDEX a_plain ON public.items USING btree (id, name)',
    'CREATE INDEX b_desc ON public.items USING btree (id DESC NULLS LAST)',
    'CREATE INDEX c_desc_nulls_first ON public.items USING btree (id DESC, name NULLS FIRST)',
    'CREATE INDEX d_gin ON public.items USING gin (data, tags)',
    "CREATE INDEX e_brin ON public.items USING brin (at) WITH (pages_per_range='32', autosummarize='true')",
    'CREATE INDEX f_hash ON public.items USING hash (name)',
    'CREATE INDEX g_opclass ON public.items USING gin (data jsonb_path_ops)',
    'CREATE INDEX h_pattern ON public.items USING btree (name text_pattern_ops DESC NULLS LAST)',
    'CREATE INDEX i_expression ON public.items USING btree (lower(name), ((id % 7)) DESC NULLS LAST)',
    'CREATE INDEX items_name_id_index ON public.items USING btree (name, id)',
    `CREATE UNIQUE INDEX j_unique ON public.items USING btree (name) WHERE ((id = ANY (ARRAY[1, '-2'::integer])) AND (name <> 'a''b'::text))`,
    "CREATE INDEX k_filled ON public.items USING btree (id) WITH (fillfactor='70')",
    'CREATE UNIQUE INDEX l_extras ON public.items USING btree (id) INCLUDE (name, at) NULLS NOT DISTINCT',
  ])
  expect(await scratch.cells(`SELECT obj_description('l_extras'::regclass)`)).toEqual(["by the items' id"])
})

test('what companions add to constraints', async () => {
  const rooms = pgTable(
    'rooms',
    { room: integer().primaryKey(), title: text(), from: integer(), to: integer() },
    (t) => [
      unique('rooms_title_uq').on(t.title),
      check('rooms_from_ck', sql`${t.from} < ${t.to}`),
      check('rooms_to_ck', sql`${t.to} > 0`),
    ],
  )
  const roomsExtras = extend(rooms, {
    constraints: {
      rooms_pkey: { comment: 'The key', include: ['title'] },
      rooms_title_uq: { deferrable: 'initially immediate', include: ['from'] },
      rooms_from_ck: { notValid: true, comment: 'Late' },
      rooms_to_ck: { noInherit: true },
    },
    exclusions: [
      {
        name: 'rooms_from_ex',
        using: 'gist',
        elements: sql`int4range(${rooms.from}, ${rooms.to}) WITH &&`,
        where: sql`${rooms.room} > ${0}`,
        deferrable: 'initially deferred',
        comment: 'No two at a time',
      },
    ],
  })
  await scratch.run({ rooms, roomsExtras })
  expect(await constraints()).toEqual({
    rooms_pkey: 'PRIMARY KEY (room) INCLUDE (title)',
    rooms_title_uq: 'UNIQUE (title) INCLUDE ("from") DEFERRABLE',
    rooms_from_ck: 'CHECK (("from" < "to")) NOT VALID',
    rooms_to_ck: 'CHECK (("to" > 0)) NO INHERIT',
    rooms_from_ex:
      'EXCLUDE USING gist (int4range("from", "to") WITH &&) WHERE ((room > 0)) DEFERRABLE INITIALLY DEFERRED',
  })
  expect(
    await scratch.cells(`
      SELECT conname, obj_description(oid) FROM pg_constraint
      WHERE obj_description(oid) IS NOT NULL AND conrelid = 'rooms'::regclass ORDER BY 1`),
  ).toEqual([
    ['rooms_from_ck', 'Late'],
    ['rooms_from_ex', 'No two at a time'],
    ['rooms_pkey', 'The key'],
  ])
})
