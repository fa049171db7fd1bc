import { expect, test } from 'vitest'
import { monthsFrom, nextMonth } from './months.ts'

test('the month of a moment and those after it, over the turn of the year', () => {
  expect(monthsFrom(new Date('2026-11-22T10:00:00Z'), 2)).toEqual([
    { suffix: '2026_11', from: '2026-11-01', to: '2026-12-01' },
    { suffix: '2026_12', from: '2026-12-01', to: '2027-01-01' },
    { suffix: '2027_01', from: '2027-01-01', to: '2027-02-01' },
  ])
})

test('months are those of UTC, to the millisecond', () => {
  const suffixAt = (moment: string) => monthsFrom(new Date(moment), 0)[0]?.suffix
  expect(suffixAt('2026-11-30T23:59:59.999Z')).toBe('2026_11')
  expect(suffixAt('2026-12-01T00:00:00.000Z')).toBe('2026_12')
  expect(suffixAt('2026-12-01T00:00:00+09:00')).toBe('2026_11')
  expect(suffixAt('2028-02-29T12:00:00Z')).toBe('2028_02')
})

test('the next month begins at midnight in UTC', () => {
  expect(nextMonth(new Date('2026-12-31T23:00:00Z'))).toEqual(new Date('2027-01-01T00:00:00Z'))
})
