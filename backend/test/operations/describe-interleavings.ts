import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Opened } from './describe-market.ts'
import { type Dice, peopleRandomMarket, randomOperations } from './random-market.ts'

/** Another seed and more steps: `AVATARBANK_SEED=7 AVATARBANK_STEPS=2000`. */
const seed = Number(process.env['AVATARBANK_SEED'] ?? 1)
const steps = Number(process.env['AVATARBANK_STEPS'] ?? 40)

interface Throw {
  readonly name: string
  readonly dice: Dice
}

const names = Object.entries(randomOperations).map(([name, { weight }]) => ({
  weight,
  arbitrary: fc.constant(name),
}))
const number = fc.nat({ max: 1_000_000 })
const thrown: fc.Arbitrary<Throw> = fc.record({
  name: fc.oneof(...names),
  dice: fc.tuple(number, number, number),
})

/** What a market is made of: when it has happened, the invariants had something to say. */
const lively = [
  'startGeneration started',
  'completeGeneration completed',
  'failGeneration failed',
  'processWebhook credited',
  'share shared',
]

export function describeInterleavings(opened: Opened): void {
  describe('operations at random', () => {
    test(`keep every invariant at every moment (seed ${seed})`, async () => {
      const at = await peopleRandomMarket(opened())
      // The embedded database has one session: one operation after the other there, some at once on a server.
      const atOnce = opened().target === 'embedded' ? 1 : 6
      const sequence = fc.array(thrown, { minLength: atOnce, maxLength: atOnce })
      const seen = new Set<string>()
      for (const [index, step] of fc.sample(sequence, { seed, numRuns: steps }).entries()) {
        const running = step.map(({ name, dice }) => randomOperations[name]!.run(at, dice))
        const meanwhile = atOnce > 1 ? opened().broken() : []
        const outcomes = await Promise.all(running)
        for (const [n, { kind }] of outcomes.entries()) seen.add(`${step[n]?.name} ${kind}`)
        const broken = [...(await meanwhile), ...(await opened().broken())]
        const context = { seed, index, step, outcomes }
        expect({ ...context, broken }).toEqual({ ...context, broken: [] })
      }
      if (atOnce > 1) expect([...seen]).toEqual(expect.arrayContaining(lively))
    })
  })
}
