import { expect, test } from 'vitest'

test('passes', () => {})
test('passes too', () => {})
test('fails', () => expect(1).toBe(2))
test('is skipped for a reason', (context) => context.skip('no such program'))
test.skip('is skipped without one', () => {})
