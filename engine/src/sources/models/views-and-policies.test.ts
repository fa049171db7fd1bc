import { gt, sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  integer,
  pgMaterializedView,
  pgPolicy,
  pgRole,
  pgTable,
  pgView,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { extend } from '../../models/extend.ts'
import { readModels } from './read-models.ts'
import { asOf, useScratch } from './scratch.test-support.ts'

const scratch = useScratch()

const accounts = pgTable('accounts', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  owner: text().notNull(),
  open: boolean().notNull().default(true),
  since: timestamp({ withTimezone: true }).notNull(),
})

test('views, materialized views, and views of views in whatever order', async () => {
  const aTop = pgView('a_top', { owner: text() }).as(sql`SELECT owner FROM ${sql.identifier('z_young')}`)
  const zYoung = pgView('z_young')
    .with({ checkOption: 'local', securityBarrier: true })
    .as((query) =>
      query
        .select()
        .from(accounts)
        .where(gt(accounts.since, new Date('2026-01-01T00:00:00Z'))),
    )
  const bTop = pgView('b_top').as((query) => query.select().from(zYoung))
  const summary = pgMaterializedView('summary')
    .with({ fillfactor: 90, autovacuumEnabled: false })
    .withNoData()
    .as((query) =>
      query
        .select({ owner: accounts.owner, n: sql<number>`count(*)`.as('n') })
        .from(accounts)
        .groupBy(accounts.owner),
    )
  const elsewhere = pgView('elsewhere', { id: integer() }).existing()
  const script = readModels({ accounts, bTop, zYoung, summary, elsewhere }, { asOf })
  expect(script.statements.map(({ origin }) => origin)).toEqual(['accounts', 'zYoung', 'bTop', 'summary'])
  await scratch.run({ accounts, bTop, zYoung, summary, elsewhere })
  await scratch.run({ aTop })
  expect(await scratch.cells(`SELECT pg_get_viewdef('z_young'::regclass)`)).toEqual([
    [
      ' SELECT id,',
      '    owner,',
      '    open,',
      '    since',
      '   FROM accounts',
      `  WHERE (since > '2026-01-01 00:00:00+00'::timestamp with time zone);`,
    ].join('\n'),
  ])
  expect(
    await scratch.cells(
      `SELECT relname, reloptions::text, relispopulated FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    ),
  ).toEqual([
    ['a_top', null, true],
    ['b_top', null, true],
    ['summary', '{fillfactor=90,autovacuum_enabled=false}', false],
    ['z_young', '{check_option=local,security_barrier=true}', true],
  ])
})

test('policies turn row level security on; their subqueries keep their own columns', async () => {
  const reader = pgRole('app reader', { createDb: true, inherit: false })
  const members = pgTable('members', { id: integer(), account: text() })
  const documents = pgTable('documents', { id: integer(), account: text() }, (t) => [
    pgPolicy('own', {
      as: 'restrictive',
      for: 'select',
      to: [reader, 'somebody', 'current_user', 'pg_read_all_data'],
      using: sql`${t.account} IN (SELECT ${members.account} FROM ${members} WHERE ${members.id} = ${7})`,
    }),
  ])
  const linked = pgPolicy('Linked', { for: 'insert', withCheck: sql`true` }).link(members)
  const closed = pgTable('closed', { id: integer() }).enableRLS()
  const closedExtras = extend(closed, { forceRowLevelSecurity: true })
  const script = await scratch.run({ reader, members, documents, linked, closed, closedExtras })
  expect(script.roles.map(({ name }) => name)).toEqual(['app reader', 'somebody'])
  expect(
    await scratch.cells(`SELECT rolcreatedb, rolinherit FROM pg_roles WHERE rolname = 'app reader'`),
  ).toEqual([[true, false]])
  expect(
    await scratch.cells(
      'SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies ORDER BY 1',
    ),
  ).toEqual([
    [
      'documents',
      'own',
      'RESTRICTIVE',
      '{"app reader",pg_read_all_data,postgres,somebody}',
      'SELECT',
      '(account IN ( SELECT members.account\n   FROM members\n  WHERE (members.id = 7)))',
      null,
    ],
    ['members', 'Linked', 'PERMISSIVE', '{public}', 'INSERT', null, 'true'],
  ])
  expect(
    await scratch.cells(`
      SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`),
  ).toEqual([
    ['closed', true, true],
    ['documents', true, false],
    ['members', true, false],
  ])
  await scratch.database.exec('DROP OWNED BY "app reader", somebody; DROP ROLE "app reader", somebody')
})
