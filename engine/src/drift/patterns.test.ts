import { expect, test } from 'vitest'
import { parsePatterns } from './patterns.ts'

test.each([
  ['table:public.tmp_*', 'table:public.tmp_1', true],
  ['table:public.tmp_*', 'table:public.users', false],
  ['table:public.tmp_*', 'index:public.tmp_1', false],
  ['table:public.tmp?', 'table:public.tmpx', true],
  ['*:audit.*', 'function:audit.log(text)', true],
  ['*:audit.*', 'table:publicaudit.x', false],
  ['function:public.f(integer)', 'function:public.f(integer)', true],
  ['column:*.created_at', 'column:public.users.created_at', true],
  ['table:public."Big Table"', 'table:public."Big Table"', true],
])('%s and %s: %s', (pattern, id, expected) => {
  expect(parsePatterns([pattern])(id)).toBe(expected)
})

test.each([
  ['public.users', 'no-kind'],
  ['tabel:public.users', 'unknown-kind'],
  ['table:', 'no-name'],
  [7, 'no-text'],
])('%s can mean nothing', (pattern, reason) => {
  expect(() => parsePatterns([pattern])).toThrow(
    expect.objectContaining({ code: 'DRIFT-PATTERN', parameters: expect.objectContaining({ reason }) }),
  )
})

test('no pattern means nothing', () => {
  expect(parsePatterns([])('table:public.users')).toBe(false)
})
