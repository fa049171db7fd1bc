import { expect, test } from 'vitest'
import { readConstantList } from './constant-list.ts'

test.each([
  ['', []],
  ["'a', 'it''s', ''", [{ text: 'a' }, { text: "it's" }, { text: '' }]],
  ['MINVALUE, 5, 1.50', [{ word: 'MINVALUE' }, { word: '5' }, { word: '1.50' }]],
  [
    "'2026-01-01 00:00:00+00', 'a,b', '(''\\'')'",
    [{ text: '2026-01-01 00:00:00+00' }, { text: 'a,b' }, { text: "('\\')" }],
  ],
  ["'a' 'b'", undefined],
  ["'a',", undefined],
  ['f(x)', undefined],
] as const)('%s', (list, expected) => {
  expect(readConstantList(list)).toEqual(expected)
})
