import { describe, expect, test } from 'vitest'
import { quoteIdentifier, quoteLiteral, quoteQualified } from './quote.ts'

describe('quoteIdentifier', () => {
  test.each([
    ['users', 'users'],
    ['_a1', '_a1'],
    ['Users', '"Users"'],
    ['1st', '"1st"'],
    ['a$b', '"a$b"'],
    ['user', '"user"'],
    ['merge_action', '"merge_action"'],
    ['two words', '"two words"'],
    ['say "hi"', '"say ""hi"""'],
    ['사용자', '"사용자"'],
    ['constructor', 'constructor'],
  ])('%j is written %s', (name, written) => {
    expect(quoteIdentifier(name)).toBe(written)
  })

  test('a name that no spelling can carry is refused', () => {
    expect(() => quoteIdentifier('a\0b')).toThrow('text holds the character U+0000')
    expect(() => quoteIdentifier('a\ud800')).toThrow('U+D800')
    expect(quoteIdentifier('a😀')).toBe('"a😀"')
  })
})

test('quoteQualified leaves out the parts that are absent', () => {
  expect(quoteQualified('public', 'Order')).toBe('public."Order"')
  expect(quoteQualified(undefined, 'order')).toBe('"order"')
})

describe('quoteLiteral', () => {
  test.each([
    ['', "''"],
    ["it's", "'it''s'"],
    ['C:\\new', "E'C:\\\\new'"],
    ["\\'", "E'\\\\'''"],
    ['두 줄\n끝', "'두 줄\n끝'"],
  ])('%j is written %s', (text, written) => {
    expect(quoteLiteral(text)).toBe(written)
  })

  test('a text that PostgreSQL cannot store is refused, and the place is told', () => {
    expect(() => quoteLiteral('abc\0')).toThrow(
      expect.objectContaining({
        code: 'SQL-TEXT-NOT-STORABLE',
        parameters: { codePoint: 'U+0000', before: 'abc' },
      }),
    )
  })
})
