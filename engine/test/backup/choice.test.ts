import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import type { ServerAccess, TestDatabase } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'

const project = makeProject({
  'trueup.config.ts': 'export default {}',
  'before.sql': 'CREATE TABLE cats (id int, name text); CREATE TABLE dogs (id int);',
  'after.sql': 'CREATE TABLE cats (id int);',
})
let server: ServerAccess
let source: TestDatabase
let role: Awaited<ReturnType<ServerAccess['createRole']>>

beforeAll(async () => {
  server = await sharedServer(17)
  source = await server.createDatabase()
  role = await server.createRole()
  await server.execute(
    `CREATE EXTENSION postgres_fdw;
     CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example.com');
     CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user 'me', password 'hunter2hunter2');
     SELECT lo_from_bytea(0, 'a large object');
     CREATE SCHEMA billing;
     CREATE TYPE billing.state AS ENUM ('open', 'paid');
     CREATE TABLE users (id int PRIMARY KEY, name text);
     CREATE TABLE billing.invoices (id serial PRIMARY KEY, user_id int REFERENCES users, state billing.state);
     CREATE TABLE billing.lines (id int PRIMARY KEY, invoice_id int REFERENCES billing.invoices);
     CREATE VIEW billing.unpaid AS SELECT * FROM billing.invoices WHERE state = 'open';
     INSERT INTO users VALUES (1, 'Kim'), (2, 'Lee');
     INSERT INTO billing.invoices (user_id, state) VALUES (1, 'open'), (2, 'paid'), (2, 'open');
     INSERT INTO billing.lines VALUES (10, 1), (11, 2);
     ALTER TABLE billing.lines OWNER TO ${role.name};
     GRANT SELECT ON users TO ${role.name}; GRANT UPDATE (name) ON users TO ${role.name}`,
    source.name,
  )
})
afterAll(async () => {
  await source.drop()
  await role.drop()
  project.remove()
})

const backup = async (to: string, ...words: readonly string[]) => {
  const from = words.includes('--database') ? [] : ['--database', source.url]
  const run = await project.trueup('backup', ...from, '--to', to, '--json', ...words)
  expect(run).toMatchObject({ exitCode: 0 })
  const made = JSON.parse(run.stdout) as {
    readonly folder: string
    readonly tables: readonly { readonly table: string; readonly rows: number }[]
    readonly leftOut: readonly { readonly object: string; readonly reason: string }[]
  }
  return { ...made, tables: made.tables.map(({ table, rows }) => `${table} ${rows}`) }
}

async function inNewDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await server.createDatabase()
  await work(database).finally(database.drop)
}

async function ask(database: TestDatabase, sql: string) {
  const session = await connectUrl(database.url)
  return ((await session.query(sql).finally(() => session.close())).at(-1)?.rows ?? []).flat()
}

test('the whole database: passwords stay out, and what is not in it is said', async () => {
  const { folder, leftOut } = await backup('whole')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)))
  expect(Buffer.concat(texts).toString('latin1')).not.toContain('hunter2')
  expect(leftOut.map(({ reason }) => reason).sort()).toEqual(['secret', 'unmodelled'])
  await inNewDatabase(async (database) => {
    expect(await project.trueup('restore', folder, '--database', database.url)).toMatchObject({ exitCode: 0 })
    expect(await ask(database, `SELECT tableowner FROM pg_tables WHERE tablename = 'lines'`)).toEqual([
      role.name,
    ])
    const may = `SELECT has_table_privilege('${role.name}', 'users', 'SELECT'), has_column_privilege('${role.name}', 'users', 'name', 'UPDATE')`
    expect(await ask(database, may)).toEqual(['t', 't'])
    expect(await ask(database, 'SELECT count(*) FROM billing.unpaid')).toEqual(['2'])
    await server.execute('INSERT INTO billing.invoices (user_id) VALUES (1)', database.name)
    expect(await ask(database, 'SELECT max(id) FROM billing.invoices')).toEqual(['4'])
  })
})

test('what is parked is not in it, and that is said', async () => {
  await inNewDatabase(async ({ url }) => {
    const changes = ['--database', url, '--schema']
    expect(await project.trueup('create', ...changes, 'before.sql')).toMatchObject({ exitCode: 0 })
    const drop = [...changes, 'after.sql', '--yes', '--accept', 'drops']
    expect(await project.trueup('apply', ...drop)).toMatchObject({ exitCode: 0 })
    const { tables, leftOut } = await backup('parked', '--database', url)
    expect(tables).toEqual(['public.cats 0'])
    expect(leftOut).toEqual([
      { object: 'column:public.cats.name', reason: 'parked' },
      { object: 'table:public.dogs', reason: 'parked' },
    ])
  })
})

test('chosen tables with what they need; foreign keys to others are left out and named', async () => {
  const { folder, tables, leftOut } = await backup('tables', '--tables', 'billing.invoices,billing.lines')
  expect(tables).toEqual(['billing.invoices 3', 'billing.lines 2'])
  expect(leftOut).toEqual([
    { object: 'constraint:billing.invoices.invoices_user_id_fkey', reason: 'refers-to-other-table' },
  ])
  await inNewDatabase(async (database) => {
    expect(await project.trueup('restore', folder, '--database', database.url)).toMatchObject({ exitCode: 0 })
    expect(
      await ask(database, 'SELECT string_agg(state::text, $$,$$ ORDER BY id) FROM billing.invoices'),
    ).toEqual(['open,paid,open'])
  })
})

test('what is called for an index comes along, though only texts speak of it', async () => {
  await inNewDatabase(async (from) => {
    await server.execute(
      `CREATE FUNCTION half(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 4)';
       CREATE FUNCTION head(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT public.half($1)';
       CREATE TABLE tags (name text); CREATE INDEX ON tags (head(name)); INSERT INTO tags VALUES ('portrait')`,
      from.name,
    )
    const { folder } = await backup('called', '--database', from.url, '--tables', 'tags')
    await inNewDatabase(async (database) => {
      expect(await project.trueup('restore', folder, '--database', database.url)).toMatchObject({
        exitCode: 0,
      })
      expect(await ask(database, 'SELECT count(*) FROM tags')).toEqual(['1'])
    })
  })
})

test('a schema with all that lives in it', async () => {
  const { folder, tables } = await backup('schemas', '--schemas', 'billing')
  expect(tables).toEqual(['billing.invoices 3', 'billing.lines 2'])
  expect(readFileSync(join(folder, 'pre-data.sql'), 'utf8')).toContain('CREATE VIEW billing.unpaid')
})

test('roles that are not there are told, and hinder nothing', async () => {
  const { folder } = await backup('roles')
  const other = await sharedServer(18)
  const database = await other.createDatabase()
  const { exitCode, stdout } = await project.trueup('restore', folder, '--database', database.url)
  expect(exitCode).toBe(0)
  expect(stdout).toContain('because roles are missing here: lines, users')
  await database.drop()
})

test('a name that several schemas have means the one on the search path, or none', async () => {
  await inNewDatabase(async (twice) => {
    const tables = ['public.likes', 'before.likes', 'before.seen', 'archive.seen']
    const make = tables.map((name) => `CREATE TABLE ${name} (); INSERT INTO ${name} DEFAULT VALUES`)
    await server.execute(['CREATE SCHEMA before', 'CREATE SCHEMA archive', ...make].join('; '), twice.name)
    const { folder } = await backup('twice', '--database', twice.url)
    const restore = (to: TestDatabase, name: string) =>
      project.trueup('restore', folder, '--database', to.url, '--tables', name)
    await inNewDatabase(async (database) => {
      expect((await restore(database, 'seen')).stderr).toMatch(
        /RESTORE-TABLE-AMBIGUOUS.*archive\.seen, before\.seen/,
      )
      expect(await restore(database, 'likes')).toMatchObject({ exitCode: 0 })
      const found = `SELECT schemaname FROM pg_tables WHERE tablename IN ('likes', 'seen')`
      expect(await ask(database, found)).toEqual(['public'])
    })
  })
})
