import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Retry, retryChannel } from '../../app/transaction/retry.ts'
import type { Opened } from './describe-market.ts'
import { describeBuyersRaces } from './races-of-buyers.ts'
import { describeOwnersRaces } from './races-of-owners.ts'
import { describePaymentRaces } from './races-of-payments.ts'
import { describeWorkersRaces } from './races-of-workers.ts'

/** Two and more at once on the same rows: one order of events comes of it, and never a deadlock. */
export function describeRaces(opened: Opened): void {
  describe('races', () => {
    const retries: Retry[] = []
    const collect = (retry: unknown) => void retries.push(retry as Retry)
    beforeAll(() => subscribe(retryChannel, collect))
    afterAll(() => {
      unsubscribe(retryChannel, collect)
      // The order in which locks are taken leaves nothing to repeat.
      expect(retries).toEqual([])
    })
    describeBuyersRaces(opened)
    describeWorkersRaces(opened)
    describePaymentRaces(opened)
    describeOwnersRaces(opened)
  })
}
