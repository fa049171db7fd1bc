import * as v from 'valibot'

/** What a stored event says of a payment. */
export type Payment =
  | {
      readonly kind: 'completed'
      /** The provider's id of the payment: several events may speak of one. */
      readonly capture: string
      readonly user: number
      readonly usd: number
      readonly credits: number
    }
  /** Another kind of event; nothing to do. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unusable'; readonly problem: string }

/** What is sold, by price in USD: 5 credits for a dollar. */
export const creditPacks: ReadonlyMap<number, number> = new Map([
  [10, 50],
  [24, 120],
  [60, 300],
])

const kindSchema = v.object({ event_type: v.string() })
const captureSchema = v.object({
  resource: v.object({
    id: v.pipe(v.string(), v.nonEmpty()),
    status: v.literal('COMPLETED'),
    /** The user's id, which the checkout has put there. */
    custom_id: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,14}$/), v.transform(Number)),
    amount: v.object({
      currency_code: v.literal('USD'),
      value: v.pipe(v.string(), v.regex(/^[0-9]{1,9}(\.[0-9]{1,2})?$/), v.transform(Number)),
    }),
  }),
})

/**
 * Reads PayPal's `PAYMENT.CAPTURE.COMPLETED` (Webhooks event names, Payments V2). The amount must be that of a pack.
 */
export function readPayment(payload: Readonly<Record<string, unknown>>): Payment {
  const kind = v.safeParse(kindSchema, payload)
  if (!kind.success) return { kind: 'unusable', problem: 'the event has no event_type' }
  if (kind.output.event_type !== 'PAYMENT.CAPTURE.COMPLETED') return { kind: 'other' }
  const capture = v.safeParse(captureSchema, payload)
  if (!capture.success) {
    const places = capture.issues.map((issue) => v.getDotPath(issue))
    return { kind: 'unusable', problem: `the payment is not usable: see ${places.join(', ')}` }
  }
  const { id, custom_id, amount } = capture.output.resource
  const credits = creditPacks.get(amount.value)
  if (credits === undefined) return { kind: 'unusable', problem: `no pack costs ${amount.value} USD` }
  return { kind: 'completed', capture: id, user: custom_id, usd: amount.value, credits }
}
