import { expect, test } from 'vitest'
import { literalOf } from './literal.ts'

test.each([
  [null, 'NULL'],
  [5, '5'],
  [-0.5, '-0.5'],
  [1e21, '1e+21'],
  [-0, "'-0'"],
  [Number.NaN, "'NaN'"],
  [Number.NEGATIVE_INFINITY, "'-Infinity'"],
  [9223372036854775807n, '9223372036854775807'],
  [true, 'true'],
  ["it's", "'it''s'"],
  [new Date('2026-11-22T10:00:00.123Z'), "'2026-11-22T10:00:00.123Z'"],
  [new Uint8Array([0, 15, 255]), "E'\\\\x000fff'"],
  [{ a: ["it's"] }, `'{"a":["it''s"]}'`],
  [[], "'{}'"],
  [[1, null, 'NULL', 'a"b\\c', ['{', ',']], `E'{"1",NULL,"NULL","a\\\\"b\\\\\\\\c",{"{",","}}'`],
  [[new Uint8Array([1])], `E'{"\\\\\\\\x01"}'`],
])('%o is written %s', (value, written) => {
  expect(literalOf(value)).toBe(written)
})

test.each([undefined, () => 1, Symbol('x'), [undefined], [[Symbol('x')]]])(
  'there is no constant for %o',
  (value) => {
    expect(literalOf(value)).toBeUndefined()
  },
)
