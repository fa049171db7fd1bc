import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { dumpEmbeddedSchema, dumpServerSchema, normaliseDump } from './pg-dump.ts'
import { majors } from './server-programs.ts'
import { sharedServer } from './shared-server.ts'

const schema = `
  CREATE TABLE authors (id bigint PRIMARY KEY, name text NOT NULL);
  CREATE TABLE books (id bigint GENERATED ALWAYS AS IDENTITY, author_id bigint REFERENCES authors, title varchar(80));
  CREATE INDEX ON books (lower(title)) WHERE author_id IS NOT NULL;
  COMMENT ON TABLE books IS '책 -- not a comment of the dump';`

// Before 15 the public schema belonged to the superuser and everybody could create in it.
const withoutRights = ['--no-owner', '--no-acl']

test('every major and PGlite say the same of a plain schema', { timeout: 120_000 }, async () => {
  const embedded = await PGlite.create()
  await embedded.exec(schema)
  const expected = normaliseDump(await dumpEmbeddedSchema(embedded, withoutRights))
  await embedded.close()
  expect(expected).toContain('CREATE TABLE public.books')
  expect(expected).toContain("COMMENT ON TABLE public.books IS '책 -- not a comment of the dump';")

  for (const major of majors) {
    const server = await sharedServer(major)
    const database = await server.createDatabase()
    await server.execute(schema, database.name)
    const dump = await dumpServerSchema(database.url, withoutRights)
    expect(dump).toContain(`-- Dumped from database version ${major}.`)
    expect(normaliseDump(dump), `server ${major}`).toBe(expected)
    await database.drop()
  }
})

test('normalising takes out noise and nothing else', () => {
  const dump = [
    '-- Dumped by pg_dump version 18.3',
    '\\restrict abc',
    'SET lock_timeout = 0;',
    "SELECT pg_catalog.set_config('search_path', '', false);",
    '',
    "SET default_tablespace = '';",
    'CREATE TABLE a (',
    '    b integer -- kept',
    ');',
    '\\unrestrict abc',
  ]
  expect(normaliseDump(dump.join('\n'))).toBe(
    ["SET default_tablespace = '';", 'CREATE TABLE a (', '    b integer -- kept', ');'].join('\n'),
  )
})
