import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const project = makeProject({})
afterAll(project.remove)

describe.each(mostly('embedded', 14, 18))('rows that a change would meet, on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const apply = (schema: string, ...words: string[]) => {
    project.write('schema.sql', schema)
    return project.trueup('apply', '--database', target.database, '--schema', 'schema.sql', '--yes', ...words)
  }

  test.each([
    [
      'are null',
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      `(1, 1), (2, NULL)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL)`,
      '1 row of public.t are null',
      '(2)',
    ],
    [
      'fail a check',
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      `(1, 1), (2, -1)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0))`,
      'do not pass the check',
      '(2)',
    ],
    [
      'are twins',
      `CREATE TABLE t (id int, a int)`,
      `(1, 1), (2, 1)`,
      `CREATE TABLE t (id int, a int UNIQUE)`,
      '2 rows of public.t are not unique',
      '(1, 1)',
    ],
    [
      'are twins of a unique index',
      `CREATE TABLE t (id int, a int)`,
      `(1, 1), (2, 1), (3, NULL), (4, NULL)`,
      `CREATE TABLE t (id int, a int); CREATE UNIQUE INDEX t_a_ux ON t (a)`,
      '2 rows of public.t are not unique',
      '(1, 1)',
    ],
    [
      'are twins by an expression, where a condition says so',
      `CREATE TABLE t (id int PRIMARY KEY, a text, gone boolean)`,
      `(1, 'a', false), (2, 'A', false), (3, 'b', false), (4, 'B', true), (5, NULL, false), (6, NULL, false)`,
      `CREATE TABLE t (id int PRIMARY KEY, a text, gone boolean); CREATE UNIQUE INDEX t_a_ux ON t (lower(a)) WHERE NOT gone`,
      '2 rows of public.t are not unique',
      '(1, 2)',
    ],
    [
      'do not parse',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '1'), (2, 'x')`,
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      'have values that the new type does not take',
      '(2)',
    ],
    [
      'are no value of an enum that is yet to be made',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, 'x'), (2, 'z'), (3, NULL)`,
      `CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE t (id int PRIMARY KEY, a e)`,
      '1 row of public.t have values that the new type does not take',
      '(2)',
    ],
    [
      'are no value of the base type of a domain that is yet to be made',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '1'), (2, 'z'), (3, NULL)`,
      `CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE t (id int PRIMARY KEY, a d)`,
      '1 row of public.t have values that the new type does not take',
      '(2)',
    ],
    [
      'are no row of a composite type that is yet to be made',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '(1,x)'), (2, 'z'), (3, NULL), (4, '(y,x)')`,
      `CREATE TYPE pair AS (x int, y text); CREATE TABLE t (id int PRIMARY KEY, a pair)`,
      '2 rows of public.t have values that the new type does not take',
      '(2, 4)',
    ],
    [
      'break a rule of a domain that is yet to be made',
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      `(1, 1), (2, -1), (3, NULL)`,
      `CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE t (id int PRIMARY KEY, a d)`,
      '1 row of public.t do not pass the check',
      '(2)',
    ],
    [
      'break a new rule of their domain',
      `CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d)`,
      `(1, 1), (2, -1), (3, NULL)`,
      `CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE t (id int PRIMARY KEY, a d)`,
      '1 row of public.t do not pass the check',
      '(2)',
    ],
    [
      'are null in a domain that becomes NOT NULL',
      `CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d)`,
      `(1, 1), (2, NULL)`,
      `CREATE DOMAIN d AS int NOT NULL; CREATE TABLE t (id int PRIMARY KEY, a d)`,
      '1 row of public.t are null',
      '(2)',
    ],
    [
      'are twins by a row that lacks a field',
      `CREATE TYPE pair AS (x int, y int); CREATE TABLE t (id int, a pair)`,
      `(1, '(1,)'), (2, '(1,)'), (3, NULL), (4, NULL)`,
      `CREATE TYPE pair AS (x int, y int); CREATE TABLE t (id int, a pair UNIQUE)`,
      '2 rows of public.t are not unique',
      '(1,',
    ],
    [
      'are twins as another type',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '1'), (2, '01'), (3, '2'), (4, NULL), (5, NULL)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE)`,
      '2 rows of public.t are not unique',
      '(1, 1)',
    ],
    [
      'fail a check as another type',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '1'), (2, '-1'), (3, NULL)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0))`,
      '1 row of public.t do not pass the check',
      '(2)',
    ],
    [
      'are twins of an enum that gets another label',
      `CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (id int, a e)`,
      `(1, 'x'), (2, 'x')`,
      `CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE t (id int, a e UNIQUE)`,
      '2 rows of public.t are not unique',
      '(x, x)',
    ],
    [
      'lie outside the bounds of a partition, by an enum that is yet to be made',
      `CREATE TYPE f AS ENUM ('x', 'y'); CREATE TABLE p (id int, a f) PARTITION BY LIST (a); CREATE TABLE t (id int, a f)`,
      `(1, 'x'), (2, 'y')`,
      `CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE p (id int, a e) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p FOR VALUES IN ('x')`,
      '1 row of public.t',
      '(y,2)',
    ],
    [
      'are too long',
      `CREATE TABLE t (id int PRIMARY KEY, a text)`,
      `(1, '1'), (2, 'four')`,
      `CREATE TABLE t (id int PRIMARY KEY, a varchar(3))`,
      'cut off',
      '(2)',
    ],
    [
      'lose a fraction',
      `CREATE TABLE t (id int PRIMARY KEY, a numeric)`,
      `(1, 1), (2, 1.5)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      'round',
      '(2)',
    ],
    [
      'are out of range',
      `CREATE TABLE t (id int PRIMARY KEY, a bigint)`,
      `(1, 1), (2, 3000000000)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      '1 row of public.t have values that the new type does not take',
      '(2)',
    ],
    [
      'are out of range, beside rows that are null',
      `CREATE TABLE t (id int PRIMARY KEY, a numeric, b int)`,
      `(1, 1, 1), (2, 3000000000, NULL)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL)`,
      '1 row of public.t have values that the new type does not take',
      '1 row of public.t are null',
    ],
    [
      'are no date any more',
      `CREATE TABLE t (id int PRIMARY KEY, a timestamptz)`,
      `(1, '2020-01-01 00:00'), (2, '2020-01-01 10:00')`,
      `CREATE TABLE t (id int PRIMARY KEY, a date)`,
      'round',
      '(2)',
    ],
    [
      'make a check fail',
      `CREATE TABLE t (id int PRIMARY KEY, a int, b int)`,
      `(1, 0, NULL), (2, 1, 1)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int CHECK (1 / a > 0), b int NOT NULL)`,
      'constraint:public.t.t_a_check: rows of public.t make it fail: division by zero',
      '1 row of public.t are null',
    ],
    [
      'make the expression of an index fail',
      `CREATE TABLE t (id int PRIMARY KEY, b text)`,
      `(1, 'x'), (2, '2')`,
      `CREATE TABLE t (id int PRIMARY KEY, b text); CREATE UNIQUE INDEX t_b ON t ((b::int))`,
      'index:public.t_b: rows of public.t make it fail',
      'invalid input syntax',
    ],
    [
      'need a value',
      `CREATE TABLE t (id int PRIMARY KEY, a int)`,
      `(1, 1)`,
      `CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL)`,
      'would have no value',
      '(1)',
    ],
    [
      'have a value that goes',
      `CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE t (id int PRIMARY KEY, a e)`,
      `(1, 'x'), (2, 'y')`,
      `CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (id int PRIMARY KEY, a e)`,
      'have a value that goes',
      '(2)',
    ],
    [
      'refer to nothing',
      `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int)`,
      `(1, 1)`,
      `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int REFERENCES r)`,
      'refer to rows that do not exist',
      '(1)',
    ],
  ])('that %s stop everything before it begins', async (_, before, rows, after, reason, example) => {
    await target.query(`${before}; INSERT INTO t VALUES ${rows}`)
    const { exitCode, stderr } = await apply(after, '--accept', 'drops')
    expect(exitCode).toBe(5)
    expect(stderr).toContain('error[PLAN-ROWS]')
    expect(stderr).toContain(reason)
    expect(stderr).toContain(example)
    const [[count]] = (await target.query('SELECT count(*) FROM t')) as [[string]]
    expect(Number(count)).toBeGreaterThan(0)
  })

  test('decisions say what values should become', async () => {
    await target.query(
      `CREATE TABLE t (id int PRIMARY KEY, a text, b int); INSERT INTO t VALUES (1, 'one', NULL), (2, 'two', 7)`,
    )
    const outcome = await apply(
      `CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL, c text NOT NULL)`,
      '--accept',
      'using:public.t.a=length(a)',
      '--accept',
      'backfill:public.t.b=0',
      '--accept',
      `backfill:public.t.c='new'`,
    )
    expect(outcome).toMatchObject({ exitCode: 0 })
    expect(await target.query('SELECT id, a, b, c FROM t ORDER BY id')).toEqual([
      ['1', '3', '0', 'new'],
      ['2', '3', '7', 'new'],
    ])
  })
})
