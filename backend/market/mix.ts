import type { Random } from '../seed/random.ts'
import type { MarketOperation } from './market-operation.ts'
import { accounts } from './operations/accounts.ts'
import { generating } from './operations/generating.ts'
import { listing } from './operations/listing.ts'
import { money } from './operations/money.ts'
import { reading } from './operations/reading.ts'
import { social } from './operations/social.ts'

/** All that people and workers do on the market, in the proportions of the busiest hour that is planned for. */
export const operations: readonly MarketOperation[] = [
  ...reading,
  ...generating,
  ...social,
  ...accounts,
  ...money,
  ...listing,
]

const total = operations.reduce((sum, { weight }) => sum + weight, 0)

export function drawOperation(random: Random): MarketOperation {
  let draw = random.next() * total
  for (const operation of operations) {
    draw -= operation.weight
    if (draw < 0) return operation
  }
  return operations[0]!
}
