import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexCatalog } from '../../src/catalog/index-catalog.ts'
import { parseDecision } from '../../src/decide/decision.ts'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { makePlan } from '../../src/pipeline.ts'
import { type HazardCode, hazardCodes } from '../../src/plan/hazards/codes.ts'
import type { Hazard } from '../../src/plan/hazards/hazard.ts'
import type { Usage } from '../../src/plan/usage.ts'
import type { Database } from '../../src/postgres/database.ts'
import { readUsage } from '../../src/rows/read-usage.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { emptyEmbedded } from '../cases/empty-embedded.ts'
import { repository } from '../support/repository.ts'

/** From one schema, with rows, to another: what is told, of which object. */
interface HazardCase {
  readonly from: string
  readonly to: string
  readonly about: Omit<Hazard, 'code'>
  /** The same without what makes it dangerous: the hazard is not told. */
  readonly harmless: { readonly from?: string; readonly to?: string }
  readonly decisions?: readonly string[]
  readonly usage?: (usage: Usage) => Usage
  /** From how many rows on a table counts as being in use. */
  readonly onlineRows?: number
}

const users = 'CREATE TABLE users (id int PRIMARY KEY, nick text, age bigint);'
const rows = `INSERT INTO users SELECT g, 'n' || g, g FROM generate_series(1, 5) g;`
const full = users + rows
const likes = 'CREATE TABLE likes (id int PRIMARY KEY, user_id int);'
const table = 'table:public.users'
const changed = (column: string) => users.replace('nick text, age bigint', column)

const logged = (when: string) => `
  CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER log AFTER UPDATE ON users FOR EACH ROW ${when} EXECUTE FUNCTION log();`

const cases: Readonly<Record<HazardCode, HazardCase>> = {
  'blocking-index-build': {
    from: full,
    to: `${users} CREATE INDEX users_nick_ix ON users (nick);`,
    about: { object: table, count: 5 },
    harmless: { from: users },
  },
  'busy-table-lock': {
    from: full,
    to: changed('nick text, age bigint, born date'),
    about: { object: table, count: 40 },
    harmless: { to: `${users} CREATE VIEW v AS SELECT nick FROM users;` },
    usage: (usage) => ({
      ...usage,
      tables: new Map([...usage.tables].map(([id, known]) => [id, { ...known, scansPerSecond: 40 }])),
    }),
  },
  'column-moves-to-the-end': {
    from: full,
    to: changed('nick varchar(9), age bigint'),
    about: { object: 'column:public.users.nick' },
    harmless: { to: changed('nick text, age numeric') },
    onlineRows: 0,
  },
  'constraint-on-rows': {
    from: full,
    to: changed('nick text, age bigint CHECK (age > 0)'),
    about: { object: 'constraint:public.users.users_age_check', count: 5 },
    harmless: { to: `${users} ALTER TABLE users ADD CHECK (age > 0) NOT VALID;` },
  },
  'data-loss': {
    from: full,
    to: changed('nick text'),
    about: { object: 'column:public.users.age', count: 5 },
    harmless: { to: changed('nick text, age bigint, born date') },
  },
  'dropped-index-in-use': {
    from: `${full} CREATE INDEX users_nick_ix ON users (nick);`,
    to: users,
    about: { object: 'index:public.users_nick_ix', count: 12 },
    harmless: { to: `${users} CREATE INDEX users_nick_ix ON users (lower(nick));` },
    usage: (usage) => ({ ...usage, indexScans: new Map([['index:public.users_nick_ix', 12]]) }),
  },
  'enum-value-removal': {
    from: `CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy'); CREATE TABLE t (m mood);`,
    to: `CREATE TYPE mood AS ENUM ('happy'); CREATE TABLE t (m mood);`,
    about: { object: 'enum:public.mood', count: 2 },
    harmless: { to: `CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'so'); CREATE TABLE t (m mood);` },
  },
  'fill-fires-triggers': {
    from: full + logged(''),
    to: changed('nick text, age bigint, token uuid DEFAULT gen_random_uuid()') + logged(''),
    about: { object: 'trigger:public.users.log', count: 5 },
    harmless: {
      from: full + logged(`WHEN (current_setting('trueup.filling', true) IS DISTINCT FROM 'on')`),
      to:
        changed('nick text, age bigint, token uuid DEFAULT gen_random_uuid()') +
        logged(`WHEN (current_setting('trueup.filling', true) IS DISTINCT FROM 'on')`),
    },
    onlineRows: 0,
  },
  'foreign-key-without-index': {
    from: `${full} ${likes} INSERT INTO likes VALUES (1, 1);`,
    to: `${users} ${likes.replace('user_id int', 'user_id int REFERENCES users')}`,
    about: { object: 'constraint:public.likes.likes_user_id_fkey', count: 1 },
    harmless: {
      to: `${users} ${likes.replace('user_id int', 'user_id int REFERENCES users')} CREATE INDEX ON likes (user_id, id);`,
    },
  },
  'full-scan-under-lock': {
    from: full,
    to: changed('nick text NOT NULL, age bigint'),
    about: { object: table, count: 5 },
    harmless: { to: changed('nick text, age bigint, born date NOT NULL DEFAULT now()') },
  },
  'narrowing-cast': {
    from: full,
    to: changed('nick text, age int'),
    about: { object: 'column:public.users.age', count: 5 },
    harmless: { to: changed('nick text, age numeric') },
  },
  'row-security-off': {
    from: `${users} ALTER TABLE users ENABLE ROW LEVEL SECURITY;`,
    to: users,
    about: { object: table },
    harmless: {
      from: users,
      to: `${users} ALTER TABLE users ENABLE ROW LEVEL SECURITY;`,
    },
  },
  'security-definer-search-path': {
    from: '',
    to: `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';`,
    about: { object: 'function:public.f()' },
    harmless: {
      to: `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_temp AS 'SELECT 1';`,
    },
  },
  'sequence-overflow': {
    from: `CREATE TABLE t (id serial, a int); SELECT setval('t_id_seq', 1700000000);`,
    to: 'CREATE TABLE t (id serial, a bigint);',
    about: { object: 'column:public.t.id', count: 79 },
    harmless: { from: `CREATE TABLE t (id serial, a int); SELECT setval('t_id_seq', 1700000);` },
  },
  'subscribers-lack-column': {
    from: `${full} CREATE PUBLICATION p FOR TABLE users;`,
    to: `${changed('nick text, age numeric')} CREATE PUBLICATION p FOR TABLE users;`,
    about: { object: table },
    harmless: {
      from: `${full} CREATE PUBLICATION p FOR TABLE users (id, nick);`,
      to: `${changed('nick text, age numeric')} CREATE PUBLICATION p FOR TABLE users (id, nick);`,
    },
    onlineRows: 0,
  },
  'table-rewrite': {
    from: full,
    to: changed('nick text, age numeric'),
    about: { object: table, count: 5 },
    harmless: { from: full.replace('nick text', 'nick varchar(9)'), to: users },
  },
  'unique-on-duplicates': {
    from: full,
    to: `${users} CREATE UNIQUE INDEX users_nick_ux ON users (lower(nick));`,
    about: { object: 'index:public.users_nick_ux', count: 5 },
    harmless: { to: `${users} CREATE INDEX users_nick_ux ON users (lower(nick));` },
  },
  'validation-in-transaction': {
    from: `${full} ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0) NOT VALID;`,
    to: changed('nick text, age bigint CONSTRAINT c CHECK (age > 0), born date'),
    about: { object: 'constraint:public.users.c', count: 5 },
    harmless: { to: changed('nick text, age bigint CONSTRAINT c CHECK (age > 0)') },
  },
  'visible-rename': {
    from: users,
    to: changed('nickname text, age bigint'),
    about: { object: 'column:public.users.nick' },
    harmless: { to: changed('nick text, age bigint, born date') },
    decisions: ['rename:public.users.nick=nickname'],
  },
  'volatile-default': {
    from: full,
    to: changed('nick text, age bigint, token uuid DEFAULT gen_random_uuid()'),
    about: { object: 'column:public.users.token', count: 5 },
    harmless: { to: changed('nick text, age bigint, token timestamptz DEFAULT now()') },
  },
}

let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
beforeAll(async () => {
  embedded = await emptyEmbedded([])
})
afterAll(async () => {
  await embedded.stop()
  await closeScratch()
})

describe.each(hazardCodes)('%s', (code) => {
  const { from, to, about, harmless, decisions = [], usage, onlineRows } = cases[code]

  test('is told', async () => {
    const found = await hazardsOf({ from, to, decisions, usage, onlineRows })
    expect(found).toContainEqual({ code, ...about })
  })

  test('is not told of what is harmless', async () => {
    const found = await hazardsOf({ from, to, ...harmless, decisions: [], usage, onlineRows })
    expect(found.map((hazard) => hazard.code)).not.toContain(code)
  })
})

interface Question {
  readonly from: string
  readonly to: string
  readonly decisions: readonly string[]
  readonly usage: HazardCase['usage']
  readonly onlineRows: number | undefined
}

async function hazardsOf({
  from,
  to,
  decisions,
  usage = (known) => known,
  onlineRows,
}: Question): Promise<Hazard[]> {
  const wanted = await withSchema(to, readCatalog)
  return withSchema(from, async (database) => {
    const catalog = await readCatalog(database)
    const desired = { key: 'hazard', extensions: [], catalog: wanted, tables: [] }
    const given = [...decisions.map(parseDecision), parseDecision('drops')]
    const { plan } = await makePlan(catalog, desired, given, cacheFolder(repository), {
      ...(onlineRows !== undefined && { onlineRows }),
      usage: async (question) => usage(await readUsage(question, indexCatalog(catalog), database)),
    })
    return plan.steps.flatMap((step) => step.hazards)
  })
}

async function withSchema<Result>(
  sql: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await embedded.open()
  try {
    if (sql !== '') await database.query(sql)
    return await work(database)
  } finally {
    await database.close()
  }
}
