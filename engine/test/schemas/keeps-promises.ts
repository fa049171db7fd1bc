import { expect } from 'vitest'
import type { Outcome } from '../cases/run-direction.ts'

/** What came out is what was wanted, by our own reading and by pg_dump's, and no row that has a place is gone. */
export function keepsPromises({ left, again, dump, wantedDump, rowsBefore, rowsAfter }: Outcome): void {
  expect(left).toEqual([])
  expect(again).toEqual([])
  expect(dump).toBe(wantedDump)
  expect(rowsAfter).toEqual(rowsBefore)
}
