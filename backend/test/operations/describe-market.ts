import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { TargetName } from '../../../engine/test/support/targets.ts'
import { type MarketDatabase, openMarket } from './market-database.ts'
import { newAdmin, newInfluencer, newPublicAvatar } from './people.ts'

/** A market that is open: with an admin, and an influencer who has an avatar in it. */
export interface Market extends MarketDatabase {
  readonly target: TargetName
  readonly admin: number
  readonly influencer: number
  readonly avatar: number
  balanceOf(user: number): Promise<number>
}

export type Opened = () => Market

/** Runs tests on one database of the target; the invariants hold after each of them. */
export function describeMarket(target: TargetName, tests: (opened: Opened) => void): void {
  const title = target === 'embedded' ? 'embedded' : `PostgreSQL ${target}`
  describe(title, () => {
    let market: Market
    beforeAll(async () => {
      market = await peopled(target, await openMarket(target))
    })
    afterAll(() => market?.close())
    afterEach(async () => expect(await market.broken()).toEqual([]))
    tests(() => market)
  })
}

async function peopled(target: TargetName, database: MarketDatabase): Promise<Market> {
  const { db, query } = database
  const admin = await newAdmin(database)
  const influencer = await newInfluencer(db, admin)
  const avatar = await newPublicAvatar(db, influencer, admin)
  const balanceOf = async (user: number) =>
    Number((await query(`SELECT credit_balance FROM users WHERE id = ${user}`))[0]?.['credit_balance'])
  return { ...database, target, admin, influencer, avatar, balanceOf }
}
