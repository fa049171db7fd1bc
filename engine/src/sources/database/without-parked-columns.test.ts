import { expect, test } from 'vitest'
import { withoutParkedColumns } from './without-parked-columns.ts'

const parked = 'trueup_parked_0123456789abcdef'

test.each([
  [`all_t() all_t(a, ${parked})`, 'all_t() all_t(a)'],
  [`all_t() all_t(${parked}, a)`, 'all_t() all_t(a)'],
  [`all_t() all_t(a, ${parked}, ${parked}, b)`, 'all_t() all_t(a, b)'],
  [`all_t() all_t(${parked}, ${parked}, b)`, 'all_t() all_t(b)'],
  [`all_t() all_t(${parked}, ${parked})`, 'all_t() all_t'],
  [`all_t() all_t(${parked})`, 'all_t() all_t'],
  ['all_t() all_t(a, b)', 'all_t() all_t(a, b)'],
])('%s', (spelled, meant) => {
  expect(withoutParkedColumns(spelled)).toBe(meant)
})
