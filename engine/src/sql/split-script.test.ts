import { expect, test } from 'vitest'
import { splitScript } from './split-script.ts'

const statements = (script: string) => splitScript(script, 'test.sql').map(({ sql }) => sql)

test('semicolons end statements, blank ones are dropped', () => {
  expect(statements('select 1;; ;\n-- nothing\n/* at all; */ select 2')).toEqual([
    'select 1',
    '-- nothing\n/* at all; */ select 2',
  ])
})

test.each([
  ["select 'a;b''c;'"],
  ["select E'a\\';b'"],
  ['select "a;""b;"'],
  ['select $$ ; $x$ ; $$'],
  ['select $fn$ ; $$ ; $fn$'],
  ['select 1 /* ; /* ; */ ; */ + 1'],
  ['select 1 -- ; \n + 1'],
  ['create rule r as on insert to t do also (notify a; notify b)'],
  ['create function f() returns int begin atomic select case when true then 1 end; select 2; end'],
  ['create or replace procedure p() begin atomic insert into t values (1); end'],
  ['select a$1, $1::text'],
])('a semicolon that ends nothing: %s', (sql) => {
  expect(statements(`${sql};select 9`)).toEqual([sql, 'select 9'])
})

test('transaction blocks are statements of their own', () => {
  expect(statements('begin; select 1; end; select 2')).toEqual(['begin', 'select 1', 'end', 'select 2'])
})

test('lines are counted from where the statement begins', () => {
  expect(splitScript('select 1;\n\n-- why\nselect\n2;', 'test.sql').map(({ line }) => line)).toEqual([1, 4])
})

test("pg_dump's \\restrict is passed over, other commands of psql are refused", () => {
  expect(statements('\\restrict abc\nselect 1;\n\\unrestrict abc\n')).toEqual(['select 1'])
  expect(() => splitScript('select 1;\n\\copy t from x\n', 'test.sql')).toThrow('\\copy')
})

test('rows of a dump are passed over', () => {
  const script =
    "copy t (a) from stdin;\n\\N\nit's; \\x\n\\.\n\nselect 1;\nCOPY t FROM STDIN WITH (FORMAT csv);\n1\n\\.\nselect 2;\ncopy u from '/x'"
  expect(splitScript(script, 'test.sql')).toEqual([
    { sql: 'select 1', line: 6 },
    { sql: 'select 2', line: 10 },
    { sql: "copy u from '/x'", line: 11 },
  ])
})

test('a hundred thousand statements take no square of time', () => {
  const script = "insert into t values ('x');\n".repeat(100_000)
  expect(splitScript(script, 'test.sql')).toHaveLength(100_000)
})
