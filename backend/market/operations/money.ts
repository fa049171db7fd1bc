import { processWebhook } from '../../app/operations/payments/process-webhook.ts'
import { creditPacks } from '../../app/operations/payments/read-payment.ts'
import { receiveWebhook } from '../../app/operations/payments/receive-webhook.ts'
import { decidePayout } from '../../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { type MarketMoment, type MarketOperation, someUser } from '../market-operation.ts'

/** Buying is more frequent here than people would: whoever has run out of credits comes back at once. */
export const money: readonly MarketOperation[] = [
  { name: 'receive-webhook', weight: 2, run: pay },
  { name: 'process-webhook', weight: 2.2, run: async ({ db }) => (await processWebhook(db)).kind },
  {
    name: 'request-payout',
    weight: 0.3,
    async run({ db, scene, random }) {
      const influencer = random.pick(scene.influencers)
      if (influencer === undefined) return undefined
      const credits = 10 * (10 + random.below(20))
      const outcome = await requestPayout(db, { influencer, credits, account: 'paypal:market@example.com' })
      if (outcome.kind === 'requested') scene.payouts.add({ request: outcome.request, status: 'pending' })
      return outcome.kind
    },
  },
  {
    name: 'decide-payout',
    weight: 0.4,
    async run({ db, scene, random }) {
      const payout = scene.payouts.take(random)
      if (payout === undefined) return undefined
      const { request } = payout
      const decision = decisionOf(payout, random.chance(0.8))
      const outcome = await decidePayout(db, { request, admin: random.pick(scene.admins), ...decision })
      if (outcome.kind === 'decided' && decision.kind === 'approved')
        scene.payouts.add({ request, status: 'approved' })
      return outcome.kind
    },
  },
]

/** A payment is told of once, and now and then once more. */
async function pay(at: MarketMoment): Promise<string> {
  const { db, scene, random } = at
  const user = scene.poor.take(random) ?? someUser(at)
  const usd = random.pick([...creditPacks.keys()])
  const capture = `MARKET-${scene.fresh()}`
  const event = (eventId: string) => ({
    provider: 'paypal' as const,
    eventId,
    payload: {
      id: eventId,
      event_type: 'PAYMENT.CAPTURE.COMPLETED',
      resource: {
        id: capture,
        status: 'COMPLETED',
        custom_id: String(user),
        amount: { value: usd.toFixed(2), currency_code: 'USD' },
      },
    },
  })
  const { kind } = await receiveWebhook(db, event(`WH-${capture}`))
  // the same event again, or another event of the same payment
  if (random.chance(0.05)) await receiveWebhook(db, event(`WH-${capture}${random.pick(['', '-2'])}`))
  return kind
}

function decisionOf(
  { request, status }: { readonly request: number; readonly status: 'pending' | 'approved' },
  isFine: boolean,
) {
  if (status === 'pending')
    return isFine
      ? ({ kind: 'approved' } as const)
      : ({ kind: 'rejected', reason: '본인 확인이 필요합니다' } as const)
  return isFine
    ? ({ kind: 'paid', payoutTxId: `MARKET-${request}` } as const)
    : ({ kind: 'failed', reason: 'receiver account closed' } as const)
}
