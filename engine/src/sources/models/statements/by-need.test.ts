import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byNeed } from './by-need.ts'

const ordered = (items: string, needs: Record<string, string>) =>
  byNeed([...items], (item) => [...(needs[item] ?? '')]).join('')

test('what nobody needs stays where it is', () => {
  expect(ordered('bca', {})).toBe('bca')
})

test('what is needed comes first', () => {
  expect(ordered('abcd', { a: 'd', d: 'c' })).toBe('cdab')
})

test('a circle is left in some order', () => {
  expect(ordered('abc', { a: 'b', b: 'a', c: 'c' })).toBe('bac')
})

test('a long chain is no problem', () => {
  const items = Array.from({ length: 20_000 }, (_, index) => index)
  const last = items.length - 1
  expect(byNeed(items, (item) => (item < last ? [item + 1] : []))).toEqual(items.toReversed())
})

test('without circles, everything comes once and after its needs', () => {
  const graph = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 })
  fc.assert(
    fc.property(graph, (edges) => {
      // An item needs earlier items only, so there is no circle; the input is in reverse.
      const items = edges.map((_, index) => index).toReversed()
      const needsOf = (item: number) => (edges[item] ?? []).filter((need) => need < item)
      const result = byNeed(items, needsOf)
      expect(result.toSorted((a, b) => b - a)).toEqual(items)
      for (const [position, item] of result.entries())
        for (const need of needsOf(item)) expect(result.indexOf(need)).toBeLessThan(position)
    }),
  )
})
